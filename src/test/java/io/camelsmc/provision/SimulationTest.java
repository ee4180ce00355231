package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.client.SmcConflictException;
import io.camelsmc.client.SmcException;
import io.camelsmc.provision.pace.DoubtPolicy;
import io.camelsmc.provision.pace.ProvisionOptions;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.JobRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Thousands of short lives of a wave, each from one seed: requests and answers lost or late, listings that lag, rules of
 * the service that do not hold, edits, processes that die at any step, journals that are lost. Never two jobs for one row, in the end one for
 * each that the journal knows, and nobody is told that an unedited row's own job is somebody else's. {@code
 * -Dsmc.simulation.seeds=N} runs more, {@code -Dsmc.simulation.seed=S} begins there; alone, it repeats that one.
 */
class SimulationTest {

    private static final long FIRST = Long.getLong("smc.simulation.seed", 0);
    private static final int RUNS =
            Integer.getInteger("smc.simulation.seeds", Long.getLong("smc.simulation.seed") == null ? 2_000 : 1);

    @Test
    void neverMakesTwoJobsWhileOneRuleOfTheServiceHolds() {
        livesOf(DoubtPolicy.ASK_AND_RESEND);
    }

    @Test
    void neverMakesTwoJobsThoughNoRuleOfTheServiceHoldsWhenItWaits() {
        livesOf(DoubtPolicy.WAIT_FOR_EXPIRY);
    }

    private static void livesOf(DoubtPolicy policy) {
        long[] sum = new long[5];
        for (long seed = FIRST; seed < FIRST + RUNS; seed++) {
            live(seed, policy, sum);
        }
        String figures = RUNS + " seeds from " + FIRST + ", " + policy + ": " + sum[0] + " deaths, " + sum[1]
                + " creates, " + sum[2] + " edits, " + sum[3] + " pages of a census, " + sum[4] + " lost journals";
        if (RUNS >= 100) {
            assertThat(sum[0]).as(figures).isGreaterThan(RUNS / 2);
            assertThat(sum[3]).as(figures).isGreaterThan(RUNS / 4);
            assertThat(sum[4]).as(figures).isGreaterThan(RUNS / 10);
        }
        if (RUNS > 2_000) {
            System.out.println(figures);
        }
    }

    private static void live(long seed, DoubtPolicy policy, long[] sum) {
        Random random = new Random(seed);
        TestTime time = new TestTime(Instant.parse("2026-01-15T08:30:00Z"));
        LossyService.Rules rules = policy == DoubtPolicy.WAIT_FOR_EXPIRY
                ? LossyService.Rules.none(random)
                : LossyService.Rules.random(random);
        LossyService service = new LossyService(rules, time, random, random.nextDouble() * 0.8);
        MemoryJournal journal = new MemoryJournal(time);
        ProvisionOptions options = Bench.OPTIONS.with(policy);
        Map<String, ReplicationJobSpec> rows = new HashMap<>();
        int count = random.nextBoolean() ? 3 : 9;
        for (int i = 0; i < count; i++) {
            rows.put("s-" + i, Bench.spec("s-" + i));
        }
        // An edited row whose record is lost rightly hears that a job with other values is there.
        boolean losesJournals = random.nextInt(3) == 0;
        String story = "seed " + seed + ", " + policy + ", " + rules;

        int passes = 1 + random.nextInt(8);
        for (int pass = 0; pass < passes; pass++) {
            Steps steps = new Steps(random.nextInt(40));
            sum[0] += pass(steps, service, journal, options, time, List.copyOf(rows.values())) ? 0 : 1;
            assertOne(service, story);
            time.pass(Duration.ofSeconds(random.nextInt(random.nextInt(4) == 0 ? 20 * 60 : 30)));
            if (!losesJournals && random.nextInt(6) == 0) {
                rows.computeIfPresent("s-" + random.nextInt(count), (id, spec) -> Bench.edited(spec));
                sum[2]++;
            }
            if (losesJournals && random.nextInt(3) == 0 && service.settled()) {
                journal = new MemoryJournal(time);
                sum[4]++;
            }
        }
        service.heal();
        for (int pass = 0; pass < 4; pass++) {
            time.pass(Duration.ofMinutes(21));
            pass(new Steps(0), service, journal, options, time, List.copyOf(rows.values()));
        }

        assertOne(service, story);
        assertThat(service.jobs).as(story).hasSize(count);
        assertThat(journal.list()).as(story).hasSize(count).allMatch(record -> record.state()
                .jobExists());
        assertThat(journal.list().stream()
                        .map(JobRecord::jobId)
                        .filter(Objects::nonNull)
                        .toList())
                .as(story)
                .doesNotHaveDuplicates();
        sum[1] += service.creates;
        sum[3] += service.pages;
    }

    /** One process: true if it lived to its end. */
    private static boolean pass(
            Steps steps,
            LossyService service,
            MemoryJournal journal,
            ProvisionOptions options,
            TestTime time,
            List<ReplicationJobSpec> rows) {
        Provisioner process = Bench.provisioner(steps.over(service), steps.over(journal), options, time);
        try {
            for (ReplicationJobSpec row : rows) {
                try {
                    process.provision(row);
                } catch (SmcConflictException e) {
                    assertThat(row)
                            .as("only an edited row may hear %s", e)
                            .isNotEqualTo(Bench.spec(Objects.requireNonNull(row.sourceId())));
                } catch (SmcException e) {
                    // The row is left to a later pass.
                }
            }
            return true;
        } catch (Steps.Death e) {
            return false;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void assertOne(LossyService service, String story) {
        List<String> sources = new ArrayList<>();
        service.jobs.forEach(job -> sources.add(job.spec().sourceId()));
        assertThat(sources).as(story).doesNotHaveDuplicates();
    }
}
