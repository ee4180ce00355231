package io.camelsmc.takeover;

import io.camelsmc.diag.SourcePosition;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.JobRecord;
import org.jspecify.annotations.Nullable;

/**
 * A job of the service that the journal is to hold from now on.
 *
 * @param key identity that it gets
 * @param address how people name it
 * @param spec its values, name included: those of the row, or all that the service reports
 * @param origin where the row was read; {@link JobRecord#SERVICE} when no row gave the values
 * @param job the job
 */
public record TakeOver(
        JobKey key, JobAddress address, ReplicationJobSpec spec, @Nullable SourcePosition origin, ObservedJob job) {

    /** A job that is as a row wants it. */
    public static TakeOver byRow(JobKey key, ReplicationJobSpec row, ObservedJob job) {
        return new TakeOver(key, row.address(), sent(key, row), row.origin(), job);
    }

    /** A job as it is. */
    static TakeOver asReported(JobKey key, ObservedJob job) {
        ReplicationJobSpec spec = job.attributes().toBuilder()
                .setDefault(SpecField.NAME, job.jobId())
                .build();
        return new TakeOver(key, spec.address(), spec, JobRecord.SERVICE, job);
    }

    /** A row as it is sent, with the derived name where it has none. */
    static ReplicationJobSpec sent(JobKey key, ReplicationJobSpec row) {
        return row.toBuilder().setDefault(SpecField.NAME, key.derivedName()).build();
    }

    /** Whether a row gave the values. */
    public boolean hasRow() {
        return !JobRecord.SERVICE.equals(origin);
    }
}
