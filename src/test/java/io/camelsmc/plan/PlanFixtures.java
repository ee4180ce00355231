package io.camelsmc.plan;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.job.SourceDetails;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TargetType;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Rows, records and observations that the tests of this package share. */
public final class PlanFixtures {

    public static final String ACCOUNT = "account:1";

    private PlanFixtures() {}

    public static ReplicationJobSpec spec(int n) {
        return ReplicationJobSpec.builder()
                .sourceId("s-bp1" + n)
                .regionId("cn-hangzhou")
                .name("web-" + n)
                .set(SpecField.WAVE, "wave-01")
                .set(SpecField.TARGET_TYPE_FIELD, TargetType.IMAGE)
                .set(SpecField.IMAGE_NAME, "image-" + n)
                .set(SpecField.SYSTEM_DISK_SIZE, 80)
                .set(SpecField.DATA_DISK, List.of(new DataDiskSpec(1, 100, List.of())))
                .build();
    }

    public static DesiredRow row(ReplicationJobSpec spec) {
        return new DesiredRow(SourcePosition.of("wave-01.csv", 2), spec, List.of());
    }

    public static DesiredRow invalid(int n) {
        Diagnostic problem = Diagnostic.error("CR08", "A vSwitch is missing").in("vSwitchId");
        return new DesiredRow(SourcePosition.of("wave-01.csv", n), spec(n), List.of(problem));
    }

    public static JobRecord record(ReplicationJobSpec spec, JobState state) {
        JobKey key = JobKey.of(ACCOUNT, spec);
        String digest = CanonicalParameters.digest(spec);
        return new JobRecord(
                key,
                2,
                state,
                spec.address(),
                String.valueOf(spec.name()),
                ClientToken.derive(key, digest, 0),
                digest,
                0,
                CanonicalParameters.of(spec),
                null,
                state.jobExists() ? "j-known" : null,
                null,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    public static Map<JobKey, JobRecord> journal(JobRecord record) {
        return Map.of(record.key(), record);
    }

    public static ObservedJob job(String id, String status, ReplicationJobSpec attributes) {
        return ObservedJob.of(id, status, attributes);
    }

    public static ObservedSource source(int n, String state) {
        return source("s-bp1" + n, state, 1);
    }

    /** A source of which only the state and the index of its data disk are known. */
    public static ObservedSource source(String id, String state, int dataDisk) {
        List<ObservedSource.DataDisk> disks = List.of(new ObservedSource.DataDisk(dataDisk, null, null, List.of()));
        return new ObservedSource(
                id, null, state, null, null, null, null, null, null, null, null, List.of(), disks, SourceDetails.NONE);
    }
}
