package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.account.AccountReader;
import io.camelsmc.client.SmcConflictException;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatedStatus;
import io.camelsmc.job.JobRequest;
import io.camelsmc.job.ObservedAccount;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.PlanLimits;
import io.camelsmc.plan.Planner;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.Intent;
import io.camelsmc.state.JobRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a job is ours: what a plan says about a row and what an apply does with it are one answer. */
class PlanAndApplyAgreeTest {

    private static final Path CASES = Path.of("src/test/resources/cases/matching");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path state;

    /** Which generation the journal holds the job as. */
    private enum Recorded {
        NOT,
        AS_THE_ROW,
        AS_ANOTHER
    }

    /** How much of the row the job has. */
    private enum Likeness {
        EQUAL,
        OTHER_VALUES,
        OTHER_NAME
    }

    @Test
    void theyAgreeInEverySituationWithOneJob() throws Exception {
        Map<String, Situation> situations = new LinkedHashMap<>();
        for (Recorded recorded : Recorded.values()) {
            for (int generation = 0; generation < 2; generation++) {
                for (boolean named : List.of(true, false)) {
                    for (EmulatedStatus status : EmulatedStatus.values()) {
                        for (Likeness likeness : Likeness.values()) {
                            if (recorded == Recorded.AS_THE_ROW && status == EmulatedStatus.DELETING) {
                                // A row that the journal holds is not asked about again; only a plan sees it gone.
                                continue;
                            }
                            situations.put(
                                    recorded + " generation " + generation + (named ? " named " : " unnamed ") + status
                                            + " " + likeness,
                                    situation(recorded, generation, named, status, likeness));
                        }
                    }
                }
            }
        }

        Map<String, Verdict> verdicts = verdicts(situations);

        assertThat(verdicts).hasSize((3 * EmulatedStatus.values().length - 1) * 2 * 2 * 3);
        List<String> disagreements = new ArrayList<>();
        verdicts.forEach((name, verdict) -> {
            if (!verdict.applied().equals(expected(verdict.action()))) {
                disagreements.add(name + ": planned " + verdict.planned() + ", applied " + verdict.applied());
            }
        });
        assertThat(disagreements).isEmpty();
    }

    @Test
    void everyCaseEndsAsItSays() throws Exception {
        Map<String, Situation> situations = new LinkedHashMap<>();
        Map<String, String> planned = new LinkedHashMap<>();
        Map<String, String> applied = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file : files.sorted().toList()) {
                JsonNode node = new ObjectMapper().readTree(Files.readString(file));
                String name = file.getFileName().toString();
                situations.put(name, Situation.read(node));
                planned.put(name, node.path("plan").asText());
                applied.put(name, node.path("apply").asText());
            }
        }

        Map<String, Verdict> verdicts = verdicts(situations);

        assertThat(verdicts).isNotEmpty();
        verdicts.forEach((name, verdict) -> {
            assertThat(verdict.planned()).as(name).isEqualTo(planned.get(name));
            assertThat(verdict.applied()).as(name).isEqualTo(applied.get(name));
        });
    }

    private static Situation situation(
            Recorded recorded, int generation, boolean named, EmulatedStatus status, Likeness likeness) {
        Situation.Row row = new Situation.Row(generation, named ? "web" : null);
        Situation.Row as = likeness == Likeness.OTHER_NAME ? new Situation.Row(generation, "old") : row;
        Integer record =
                switch (recorded) {
                    case NOT -> null;
                    case AS_THE_ROW -> generation;
                    case AS_ANOTHER -> 1 - generation;
                };
        return new Situation(row, List.of(new Situation.Job(as, status, likeness == Likeness.OTHER_VALUES, record)));
    }

    private static String expected(Action action) {
        return switch (action) {
            case CREATE -> "created";
            case ADOPT -> "adopted";
            case UPDATE -> "updated";
            default -> action.label();
        };
    }

    private record Verdict(Action action, String planned, String applied) {}

    /** Each situation on a source of its own; planned all at once, then applied row by row. */
    private Map<String, Verdict> verdicts(Map<String, Situation> situations) throws Exception {
        try (Bench bench = Bench.on(state)) {
            String account = bench.client.accountScope();
            List<DesiredRow> rows = new ArrayList<>();
            for (Situation situation : situations.values()) {
                String source = "s-" + rows.size();
                situation.jobs().forEach(job -> put(bench, account, source, job));
                rows.add(new DesiredRow(
                        SourcePosition.of("wave"), situation.row().of(source), List.of()));
            }
            List<Change> changes = plan(bench, account, rows);
            Map<String, Verdict> verdicts = new LinkedHashMap<>();
            for (String name : situations.keySet()) {
                Change change = changes.get(verdicts.size());
                String planned = change.action().label() + " " + change.reason().label();
                verdicts.put(name, new Verdict(change.action(), planned, apply(bench, change)));
            }
            return verdicts;
        }
    }

    private static List<Change> plan(Bench bench, String account, List<DesiredRow> rows) throws Exception {
        Map<JobKey, JobRecord> prior = new HashMap<>();
        bench.journal.list().forEach(record -> prior.put(record.key(), record));
        AccountReader reader = new AccountReader(bench.client);
        ObservedAccount observed = new ObservedAccount(reader.jobs(List.of()));
        return Planner.plan(rows, account, prior, observed, PlanLimits.standard());
    }

    private static void put(Bench bench, String account, String source, Situation.Job job) {
        ReplicationJobSpec spec = job.of(source, account);
        EmulatedJob made = bench.emulator.createJob(CanonicalParameters.of(spec));
        bench.emulator.putJob(made.jobId(), job.status());
        Integer recorded = job.recorded();
        if (recorded != null) {
            ReplicationJobSpec row = new Situation.Row(recorded, job.as().name()).of(source);
            bench.journal.adopt(Intent.of(JobRequest.of(account, row), null), made.jobId(), "request-1");
        }
    }

    private static String apply(Bench bench, Change change) throws Exception {
        ReplicationJobSpec spec = Objects.requireNonNull(change.spec());
        if (change.action() != Action.UPDATE) {
            return bench.provision(spec);
        }
        try {
            return bench.provisioner.update(spec).outcome().label();
        } catch (SmcConflictException e) {
            return "conflict";
        }
    }
}
