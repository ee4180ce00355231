package io.camelsmc.state;

import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.spec.JobKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Intents and settlements as tests need them. */
final class Samples {

    private Samples() {}

    static JobKey key(String source) {
        return key(source, 0);
    }

    static JobKey key(String source, int generation) {
        return new JobKey("1234567890", "cn-hangzhou", source, generation);
    }

    static Intent intent(JobKey key, long expectedVersion) {
        return intent(key, 0, expectedVersion);
    }

    static Intent intent(JobKey key, int attempt, long expectedVersion) {
        String digest = "d".repeat(64);
        return new Intent(
                key,
                new JobAddress("wave-03", "web-01"),
                key.derivedName(),
                ClientToken.derive(key, digest, attempt),
                digest,
                attempt,
                new TreeMap<>(Map.of("SourceId", key.sourceId(), "Description", "a=b\\\nc\r\u00e9 \ud83d\ude00")),
                new SourcePosition("wave-03.csv", 17, 0),
                expectedVersion);
    }

    /** Records that tell a rebuilt state from every other one. */
    static void fill(Journal journal) {
        List<Adoption> jobs = new ArrayList<>();
        for (int n = 0; n < 300; n++) {
            jobs.add(new Adoption(intent(key("s-rebuilt-" + n), 0), "j-" + n, "request-1"));
        }
        journal.adoptAll(jobs);
    }

    static JobRecord granted(Journal journal, Intent intent) {
        return ((IntentResult.Granted) only(journal, intent)).record();
    }

    static JobRecord refused(Journal journal, Intent intent) {
        return ((IntentResult.Refused) only(journal, intent)).blocking();
    }

    static JobRecord settled(Journal journal, Settlement settlement) {
        return journal.settle(List.of(settlement)).get(0);
    }

    static Settlement outcome(JobRecord record, JobState state) {
        return outcome(record.key(), record.version(), state);
    }

    static Settlement outcome(JobKey key, long version, JobState state) {
        @Nullable String jobId = state.jobExists() ? "j-" + key.sourceId() : null;
        @Nullable String code = state.jobExists() ? null : "SomeCode";
        return new Settlement(key, version, state, jobId, "request-1", code, code == null ? null : "why it failed");
    }

    private static IntentResult only(Journal journal, Intent intent) {
        return journal.intend(List.of(intent)).get(0);
    }
}
