package io.camelsmc.provision;

import io.camelsmc.job.JobRequest;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.JobRecord;
import org.jspecify.annotations.Nullable;

/**
 * One row of a bulk run on its way; the source is locked.
 *
 * @param spec the row as written
 * @param request the row as it will be sent
 * @param prior what the journal held of it; null for nothing, or before it was asked
 */
record BulkRow(ReplicationJobSpec spec, JobRequest request, @Nullable JobRecord prior) {

    BulkRow with(@Nullable JobRecord record) {
        return new BulkRow(spec, request, record);
    }
}
