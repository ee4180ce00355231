package io.camelsmc.lifecycle;

import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.job.ReplicationJobRun;
import io.camelsmc.job.SourceDetails;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Jobs of a journal as the tests of this package need them. */
final class Jobs {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private String status = "Ready";
    private @Nullable String phase;
    private @Nullable Double progress;
    private @Nullable String errorCode;
    private @Nullable String created = "2026-11-20T00:00:00Z";
    private @Nullable String started;
    private List<ReplicationJobRun> runs = List.of();
    private @Nullable ObservedSource source;
    private final ReplicationJobSpec.Builder attributes = ReplicationJobSpec.builder();

    private Jobs() {}

    static Jobs in(String status) {
        Jobs job = new Jobs();
        job.status = status;
        return job;
    }

    Jobs phase(String label) {
        phase = label;
        return this;
    }

    Jobs progress(double percent) {
        progress = percent;
        return this;
    }

    Jobs failed(String code) {
        errorCode = code;
        return this;
    }

    Jobs created(@Nullable String time) {
        created = time;
        return this;
    }

    Jobs started(String time) {
        started = time;
        return this;
    }

    Jobs ran(String start, @Nullable String end) {
        runs = new ArrayList<>(runs);
        runs.add(new ReplicationJobRun("Schedule", start, end, null));
        return this;
    }

    Jobs with(SpecField field, Object value) {
        attributes.set(field, value);
        return this;
    }

    Jobs sourceIn(String state, @Nullable String code) {
        source = new ObservedSource(
                "s-1",
                null,
                state,
                code,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                SourceDetails.NONE);
        return this;
    }

    ObservedJob observed() {
        return observed(1);
    }

    private ObservedJob observed(int n) {
        return new ObservedJob(
                "j-" + n,
                status,
                phase,
                progress,
                errorCode,
                null,
                null,
                created,
                started,
                null,
                null,
                null,
                runs,
                attributes.sourceId("s-" + n).build(),
                "");
    }

    TrackedJob tracked() {
        return tracked(1);
    }

    TrackedJob tracked(int n) {
        return new TrackedJob(record(n), observed(n), source);
    }

    static TrackedJob gone() {
        return new TrackedJob(record(1, NOW.minus(Duration.ofDays(1))), null, null);
    }

    static TrackedJob notListedYet() {
        return new TrackedJob(record(1, NOW.minusSeconds(20)), null, null);
    }

    static JobRecord record(int n) {
        return record(n, NOW);
    }

    private static JobRecord record(int n, Instant updated) {
        JobKey key = new JobKey("account:1", "cn-hangzhou", "s-" + n, 0);
        return new JobRecord(
                key,
                2,
                JobState.CREATED,
                new JobAddress("wave-01", "web-" + n),
                "web-" + n,
                ClientToken.derive(key, "d", 0),
                "d",
                0,
                new TreeMap<>(),
                null,
                "j-" + n,
                "r-1",
                null,
                null,
                updated,
                updated);
    }
}
