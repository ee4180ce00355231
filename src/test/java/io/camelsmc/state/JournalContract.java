package io.camelsmc.state;

import static io.camelsmc.state.Samples.granted;
import static io.camelsmc.state.Samples.intent;
import static io.camelsmc.state.Samples.key;
import static io.camelsmc.state.Samples.outcome;
import static io.camelsmc.state.Samples.refused;
import static io.camelsmc.state.Samples.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.spec.JobKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every journal keeps, whatever its database. */
abstract class JournalContract {

    static final Instant NOW = Instant.parse("2026-11-22T03:04:05.123456Z");

    final JournalOptions options = JournalOptions.defaults().withClock(Clock.fixed(NOW, ZoneOffset.UTC));

    Journal journal;

    /** An address of a state that does not exist yet; the same one throughout a test. */
    abstract String state() throws Exception;

    @BeforeEach
    void open() throws Exception {
        journal = Journals.open(state(), options);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    void reopen() throws Exception {
        journal.close();
        journal = Journals.open(state(), options);
    }

    @Test
    void remembersAnIntentWithEverythingThatWasSaid() throws Exception {
        Intent sent = intent(key("s-1"), 0);

        JobRecord record = granted(journal, sent);
        reopen();

        assertThat(journal.find(key("s-1"))).contains(record);
        assertThat(record)
                .isEqualTo(new JobRecord(
                        sent.key(),
                        1,
                        JobState.INTENT,
                        sent.address(),
                        sent.name(),
                        sent.token(),
                        sent.digest(),
                        0,
                        sent.parameters(),
                        sent.origin(),
                        null,
                        null,
                        null,
                        null,
                        NOW,
                        NOW));
    }

    @ParameterizedTest
    @EnumSource(value = JobState.class, mode = EnumSource.Mode.EXCLUDE, names = "INTENT")
    void remembersEveryOutcomeAndItsHistory(JobState outcome) throws Exception {
        JobRecord intended = granted(journal, intent(key("s-1"), 0));

        JobRecord settled = settled(journal, outcome(intended, outcome));
        reopen();

        assertThat(settled.version()).isEqualTo(2);
        assertThat(settled.state()).isEqualTo(outcome);
        assertThat(settled.jobId()).isEqualTo(outcome.jobExists() ? "j-s-1" : null);
        assertThat(settled.message()).isEqualTo(outcome.jobExists() ? null : "why it failed");
        assertThat(journal.find(key("s-1"))).contains(settled);
        assertThat(journal.history(key("s-1")))
                .extracting(JobEvent::version, JobEvent::state, JobEvent::jobId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, JobState.INTENT, null),
                        org.assertj.core.groups.Tuple.tuple(2L, outcome, settled.jobId()));
    }

    @ParameterizedTest
    @EnumSource(value = JobState.class, mode = EnumSource.Mode.EXCLUDE, names = "INTENT")
    void grantsAnotherIntentUnlessTheJobExists(JobState before) {
        JobRecord settled = settled(journal, outcome(granted(journal, intent(key("s-1"), 0)), before));

        Intent again = intent(key("s-1"), 1, settled.version());

        if (before.jobExists()) {
            assertThat(refused(journal, again)).isEqualTo(settled);
        } else {
            JobRecord record = granted(journal, again);
            assertThat(record.version()).isEqualTo(3);
            assertThat(record.attempt()).isEqualTo(1);
            assertThat(record.code()).isNull();
            assertThat(record.requestId()).isNull();
        }
    }

    @Test
    void grantsAnIntentInDoubtAgainOnlyToWhoSawIt() {
        JobRecord inDoubt = granted(journal, intent(key("s-1"), 0));

        assertThat(refused(journal, intent(key("s-1"), 0))).isEqualTo(inDoubt);
        assertThat(granted(journal, intent(key("s-1"), 1)).version()).isEqualTo(2);
        assertThat(refused(journal, intent(key("s-1"), 1)).version()).isEqualTo(2);
    }

    @Test
    void refusesAnotherGenerationWhileOneIsInDoubt() {
        JobRecord first = granted(journal, intent(key("s-1", 0), 0));

        JobRecord blocking = refused(journal, intent(key("s-1", 1), 0));
        settled(journal, outcome(first, JobState.CREATED));

        assertThat(blocking).isEqualTo(first);
        assertThat(journal.find(key("s-1", 1))).isEmpty();
        assertThat(granted(journal, intent(key("s-1", 1), 0)).version()).isEqualTo(1);
        assertThat(journal.findBySource("1234567890", "cn-hangzhou", "s-1"))
                .extracting(JobRecord::key)
                .containsExactly(key("s-1", 1), key("s-1", 0));
    }

    @Test
    void findsTheRecordsOfManySourcesAtOnce() {
        JobRecord first = granted(journal, intent(key("s-1", 0), 0));
        settled(journal, outcome(first, JobState.CREATED));
        granted(journal, intent(key("s-1", 1), 0));
        List<String> sources = new ArrayList<>(List.of("s-absent", "s-1"));
        for (int i = 100; i < 220; i++) {
            granted(journal, intent(key("s-" + i), 0));
            sources.add("s-" + i);
        }
        granted(journal, intent(key("s-other"), 0));

        assertThat(journal.findBySources("1234567890", "cn-hangzhou", sources))
                .extracting(record -> record.key().sourceId())
                .hasSize(122)
                .doesNotContain("s-other")
                .containsOnlyOnce("s-100", "s-219")
                .containsSequence("s-1", "s-1");
        assertThat(journal.findBySources("1234567890", "cn-hangzhou", List.of()))
                .isEmpty();
    }

    @Test
    void answersABatchInItsOrderAndWritesWhatItGrants() {
        granted(journal, intent(key("s-2"), 0));

        List<IntentResult> results = journal.intend(
                List.of(intent(key("s-3"), 0), intent(key("s-2"), 0), intent(key("s-1"), 0), intent(key("s-1"), 0)));

        assertThat(results)
                .extracting(Object::getClass)
                .containsExactly(
                        IntentResult.Granted.class,
                        IntentResult.Refused.class,
                        IntentResult.Granted.class,
                        IntentResult.Refused.class);
        assertThat(journal.list()).extracting(JobRecord::key).containsExactly(key("s-1"), key("s-2"), key("s-3"));
    }

    @Test
    void listsRecordsInTheOrderOfTheirKeysWhateverTheDatabaseThinksOfLetters() {
        journal.intend(List.of(intent(key("s-b"), 0), intent(key("s-B"), 0), intent(key("s-a"), 0)));

        assertThat(journal.list()).extracting(r -> r.key().sourceId()).containsExactly("s-B", "s-a", "s-b");
    }

    @Test
    void settlesNothingOfABatchWhenOneVersionIsWrong() {
        JobRecord one = granted(journal, intent(key("s-1"), 0));
        JobRecord two = granted(journal, intent(key("s-2"), 0));
        long serial = journal.info().serial();

        assertThatThrownBy(() -> journal.settle(
                        List.of(outcome(one, JobState.CREATED), outcome(two.key(), 9, JobState.CREATED))))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("s-2")
                .hasMessageContaining("expected version 9");

        assertThat(journal.list()).containsExactly(one, two);
        assertThat(journal.info().serial()).isEqualTo(serial);
    }

    @Test
    void settlesARecordOnce() {
        JobRecord intended = granted(journal, intent(key("s-1"), 0));
        settled(journal, outcome(intended, JobState.CREATED));

        assertThatThrownBy(() -> settled(journal, outcome(key("s-1"), 1, JobState.REJECTED)))
                .isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> settled(journal, outcome(key("s-1"), 2, JobState.REJECTED)))
                .isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> settled(journal, outcome(key("s-9"), 1, JobState.REJECTED)))
                .isInstanceOf(JournalException.class);
        assertThat(journal.list()).extracting(JobRecord::state).containsExactly(JobState.CREATED);
    }

    @Test
    void goesOnAfterARefusal() {
        assertThatThrownBy(() -> settled(journal, outcome(key("s-9"), 1, JobState.REJECTED)))
                .isInstanceOf(JournalException.class);

        assertThat(granted(journal, intent(key("s-1"), 0)).version()).isEqualTo(1);
    }

    @Test
    void adoptsAJobThatWasFoundWithoutAnIntent() throws Exception {
        JobRecord adopted = journal.adopt(intent(key("s-1"), 0), "j-found", "request-7");
        reopen();

        assertThat(adopted.state()).isEqualTo(JobState.ADOPTED);
        assertThat(adopted.jobId()).isEqualTo("j-found");
        assertThat(journal.find(key("s-1"))).contains(adopted);
        assertThat(journal.history(key("s-1"))).extracting(JobEvent::state).containsExactly(JobState.ADOPTED);
        assertThatThrownBy(() -> journal.adopt(intent(key("s-1"), 0), "j-other", "request-8"))
                .isInstanceOf(JournalException.class);
    }

    @Test
    void remembersTheNewValuesOfAJobThatWasChanged() throws Exception {
        JobRecord created = settled(journal, outcome(granted(journal, intent(key("s-1"), 0)), JobState.CREATED));
        Intent edited = new Intent(
                key("s-1"),
                new JobAddress("wave-9", "renamed"),
                "renamed",
                new ClientToken("b".repeat(64)),
                "d".repeat(64),
                7,
                new TreeMap<>(Map.of("Name", "renamed")),
                null,
                created.version());

        JobRecord amended = journal.amend(edited, "request-9");
        reopen();

        assertThat(journal.find(key("s-1"))).contains(amended);
        assertThat(amended.state()).isEqualTo(JobState.CREATED);
        assertThat(amended.jobId()).isEqualTo(created.jobId());
        assertThat(amended.token()).isEqualTo(created.token());
        assertThat(amended.attempt()).isEqualTo(created.attempt());
        assertThat(amended.digest()).isEqualTo("d".repeat(64));
        assertThat(amended.name()).isEqualTo("renamed");
        assertThat(amended.address()).isEqualTo(new JobAddress("wave-9", "renamed"));
        assertThat(amended.parameters()).containsExactly(Map.entry("Name", "renamed"));
        assertThat(amended.requestId()).isEqualTo("request-9");
        assertThat(journal.history(key("s-1"))).hasSize(3);
        assertThatThrownBy(() -> journal.amend(edited, null)).isInstanceOf(JournalException.class);
    }

    @Test
    void adoptsManyJobsOrNone() throws Exception {
        JobRecord known = granted(journal, intent(key("s-2"), 0));
        Adoption fine = new Adoption(intent(key("s-1"), 0), "j-1", "request-1");
        Adoption stale = new Adoption(intent(key("s-2"), 0), "j-2", "request-1");

        assertThatThrownBy(() -> journal.adoptAll(List.of(fine, stale))).isInstanceOf(RefusalException.class);
        assertThatThrownBy(() -> journal.adoptAll(List.of(fine, fine))).isInstanceOf(RefusalException.class);
        assertThat(journal.list()).containsExactly(known);
        List<JobRecord> adopted =
                journal.adoptAll(List.of(fine, new Adoption(intent(key("s-3"), 0), "j-3", "request-2")));
        reopen();

        assertThat(journal.list()).containsExactly(adopted.get(0), known, adopted.get(1));
        assertThat(adopted).extracting(JobRecord::state).containsOnly(JobState.ADOPTED);
        assertThat(adopted).extracting(JobRecord::jobId).containsExactly("j-1", "j-3");
        assertThat(journal.history(key("s-3"))).hasSize(1);
    }

    @Test
    void changesNoJobThatDoesNotExist() {
        JobRecord intended = granted(journal, intent(key("s-1"), 0));

        assertThatThrownBy(() -> journal.amend(intent(key("s-1"), intended.version()), null))
                .isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> journal.amend(intent(key("s-9"), 0), null)).isInstanceOf(JournalException.class);
        assertThat(journal.list()).containsExactly(intended);
    }

    @Test
    void keepsItsLineageAndRaisesItsSerialWithEveryChange() throws Exception {
        StateInfo fresh = journal.info();
        JobRecord record = granted(journal, intent(key("s-1"), 0));
        long afterIntent = journal.info().serial();
        refused(journal, intent(key("s-1"), 0));
        long afterRefusal = journal.info().serial();
        settled(journal, outcome(record, JobState.CREATED));
        reopen();

        StateInfo last = journal.info();
        assertThat(fresh.serial()).isZero();
        assertThat(afterIntent).isEqualTo(1);
        assertThat(afterRefusal).isEqualTo(1);
        assertThat(last.serial()).isEqualTo(2);
        assertThat(last.lineage()).isEqualTo(fresh.lineage()).hasSize(36);
        assertThat(journal.history(key("s-1"))).extracting(JobEvent::serial).containsExactly(1L, 2L);
    }

    @Test
    void belongsToOneAccount() throws Exception {
        journal.bindAccount("1111");
        journal.bindAccount("1111");
        reopen();

        assertThat(journal.info().account()).isEqualTo("1111");
        assertThatThrownBy(() -> journal.bindAccount("2222"))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("1111")
                .hasMessageContaining("2222");
        assertThat(journal.info().account()).isEqualTo("1111");
    }

    @Test
    void keepsTextThatADatabaseCannotHoldAsNearAsItCan() {
        JobRecord record = granted(journal, intent(key("s-1"), 0));

        journal.settle(List.of(new Settlement(
                record.key(), 1, JobState.REJECTED, null, null, "Code", "a\0b \ud83d half \ud83d\ude00")));

        assertThat(journal.find(key("s-1")).orElseThrow().message()).isEqualTo("a\uFFFDb ? half \ud83d\ude00");
    }

    @Test
    void showsTheStateToReadersWhileARunnerWrites() throws Exception {
        JobRecord record = granted(journal, intent(key("s-1"), 0));

        try (StateView view = Journals.openReadOnly(state())) {
            assertThat(view.list()).containsExactly(record);
            JobRecord settled = settled(journal, outcome(record, JobState.CREATED));
            assertThat(view.find(key("s-1"))).contains(settled);
            assertThat(view.info()).isEqualTo(journal.info());
            assertThat(view).isNotInstanceOf(Journal.class);
        }
        assertThat(granted(journal, intent(key("s-2"), 0)).version()).isEqualTo(1);
    }

    @Test
    void refusesWorkOnceClosed() {
        journal.close();
        JobKey key = key("s-1");

        assertThatThrownBy(() -> granted(journal, intent(key, 0))).isInstanceOf(JournalException.class);
    }
}
