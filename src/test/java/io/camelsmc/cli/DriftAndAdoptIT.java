package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelsmc.Trees;
import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatedStatus;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.SmcEmulator;
import io.camelsmc.state.Intent;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import io.camelsmc.state.JournalOptions;
import io.camelsmc.state.Journals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Jobs that others made or touched, and a journal that is old: {@code drift} and {@code adopt}. */
class DriftAndAdoptIT extends JournalServiceRig {

    DriftAndAdoptIT() throws IOException {
        // The rig starts an emulator.
    }

    @Test
    void aJournalRestoredFromYesterdayMissesNothingForLong() throws Exception {
        apply("created", ROWS);
        Path yesterday = folder.resolve("yesterday.db");
        Files.copy(Path.of(state, "journal.db"), yesterday);
        Files.writeString(folder.resolve("wave.csv"), sheet(0, ROWS + 5));
        apply("created", 5);
        Trees.remove(Path.of(state));
        Files.createDirectories(Path.of(state));
        Files.copy(yesterday, Path.of(state, "journal.db"));

        JsonNode drift = JSON.readTree(
                smc("drift", "--json", "--detailed-exitcode").exits(2).out());
        assertThat(drift.path("counts").path("equal").asInt()).isEqualTo(ROWS);
        assertThat(drift.path("unknown")).hasSize(5);
        smc("drift", "--ignore-unknown", "--detailed-exitcode").exits(0);
        apply("adopted", 5);

        smc("drift", "--detailed-exitcode").exits(0);
        assertThat(creates()).isEqualTo(ROWS + 5);
    }

    @Test
    void driftTellsWhatBecameOfEveryJob() throws Exception {
        apply("created", ROWS);
        emulator.putJob(jobId("web-001"), EmulatedStatus.DELETING);
        emulator.putJob(jobId("web-002"), EmulatedStatus.FINISHED);
        emulator.putJob(jobId("web-003"), EmulatedStatus.IN_ERROR);
        emulator.putJob(jobId("web-004"), EmulatedStatus.EXPIRED);
        // The job that the journal speaks of is replaced by one with another disk.
        emulator.putJob(jobId("web-005"), EmulatedStatus.DELETING);
        Map<String, String> wider = parameters(5, "web-005");
        wider.put("SystemDiskSize", "500");
        emulator.createJob(wider);
        String before = Files.readString(Path.of(state, "lock"));
        byte[] journal = Files.readAllBytes(Path.of(state, "journal.db"));

        CliRun text = smc("drift", "--detailed-exitcode").exits(2);
        JsonNode json = JSON.readTree(smc("drift", "--json", wave()).exits(0).out());

        JsonNode counts = json.path("counts");
        assertThat(counts.path("missing").asInt()).isEqualTo(2);
        assertThat(counts.path("finished").asInt()).isEqualTo(1);
        assertThat(counts.path("in-error").asInt()).isEqualTo(1);
        assertThat(counts.path("expired").asInt()).isEqualTo(1);
        assertThat(counts.path("equal").asInt()).isEqualTo(ROWS - 5);
        assertThat(json.path("unknown").get(0).path("name").asText()).isEqualTo("web-005");
        assertThat(json.path("jobs")).hasSize(ROWS);
        assertThat(text.out().lines()).hasSizeLessThanOrEqualTo(60);
        assertThat(text.out()).contains("wave-01/web-003: in-error", "unknown         1");
        assertThat(Files.readString(Path.of(state, "lock"))).isEqualTo(before);
        assertThat(Path.of(state, "journal.db")).hasBinaryContent(journal);
    }

    @Test
    void driftNamesTheFieldsOfAJobThatIsNotAsRecorded() throws Exception {
        emulator.createJob(parameters(1, "web-001"));
        smc("state", "rebuild", "--yes").exits(0);
        // The journal of the same job in another account of the emulator: there its disk was made wider.
        try (SmcEmulator other = SmcEmulator.start(EmulatorOptions.defaults())) {
            Map<String, String> wider = parameters(1, "web-001");
            wider.put("SystemDiskSize", "500");
            String there = other.createJob(wider).jobId();
            amendJobId(there);

            CliRun drift = CliRun.of(
                            "drift",
                            "--detailed-exitcode",
                            "--endpoint",
                            other.endpoint().toString(),
                            "--state",
                            state)
                    .exits(2);

            assertThat(drift.out())
                    .contains("-/web-001: changed, job " + there, "systemDiskSize: journal 80, service 500");
        }
    }

    @Test
    void adoptTakesOverWhatEqualsARowAndMakesNothing() throws Exception {
        emulator.createJob(parameters(1, "web-001"));
        Map<String, String> other = parameters(2, "web-002");
        other.put("SystemDiskSize", "500");
        emulator.createJob(other);
        Files.writeString(folder.resolve("wave.csv"), sheet(1, 4));
        long creates = creates();

        JsonNode result = JSON.readTree(
                smc("adopt", wave(), "--json", "--auto-approve").exits(3).out());
        CliRun again = smc("adopt", wave()).exits(3);

        assertThat(result.path("counts").path("adopted").asInt()).isEqualTo(1);
        assertThat(result.path("adopted").get(0).path("address").asText()).isEqualTo("wave-01/web-001");
        assertThat(result.path("counts").path("nothing-to-adopt").asInt()).isEqualTo(1);
        assertThat(result.path("rows").toString()).contains("\"wanted\":\"80\",\"found\":\"500\"");
        assertThat(again.out()).contains("nothing to adopt", "conflict", "unchanged");
        assertThat(records()).singleElement().satisfies(record -> {
            assertThat(record.state()).isEqualTo(JobState.ADOPTED);
            assertThat(record.address()).hasToString("wave-01/web-001");
        });
        assertThat(creates()).isEqualTo(creates);
        assertThat(emulator.jobs()).hasSize(2);
    }

    @Test
    void adoptTakesOverPickedJobsAsTheyAre() throws Exception {
        EmulatedJob first = emulator.createJob(parameters(1, "web-001"));
        emulator.createJob(parameters(2, "db-002"));
        Map<String, String> tagged = parameters(3, "db-003");
        tagged.putAll(Map.of("Tag.1.Key", "app", "Tag.1.Value", "shop"));
        emulator.createJob(tagged);

        assertThat(smc("adopt", "--name-prefix", "web-").exits(64).err()).contains("nothing was taken over");
        smc("adopt", "--name-prefix", "web-", "--yes").exits(0);
        assertThat(smc("adopt", "--job-id", first.jobId()).exits(0).out()).contains("already-in-journal");
        smc("adopt", "--tag", "app=shop", "--yes").exits(0);
        CliRun unknown = smc("adopt", "--job-id", "j-nowhere", "--yes").exits(3);
        CliRun neither = smc("adopt").exits(64);

        assertThat(records()).extracting(JobRecord::name).containsExactly("web-001", "db-003");
        assertThat(unknown.err()).contains("the service holds no job j-nowhere");
        assertThat(neither.err()).contains("give waves, or else --name-prefix, --tag or --job-id");
        Files.writeString(folder.resolve("wave.csv"), sheet(1, 2));
        smc("plan", "--detailed-exitcode", wave()).exits(0);
    }

    /** Lets the only record speak of a job of another service. */
    private void amendJobId(String jobId) {
        JobRecord record = records().get(0);
        Journals.replace(state, JournalOptions.defaults(), journal -> {
            journal.bindAccount(record.key().account());
            journal.adopt(
                    new Intent(
                            record.key(),
                            record.address(),
                            record.name(),
                            record.token(),
                            record.digest(),
                            0,
                            record.parameters(),
                            record.origin(),
                            0),
                    jobId,
                    "request-1");
        });
    }

    private String jobId(String name) {
        return emulator.jobs().stream()
                .filter(job -> name.equals(job.name()) && !job.deleted())
                .map(EmulatedJob::jobId)
                .findFirst()
                .orElseThrow();
    }
}
