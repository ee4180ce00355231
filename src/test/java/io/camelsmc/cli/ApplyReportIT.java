package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.SmcEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/smc apply} leaves behind: reports, events, rows to be given back, whatever ended it. */
class ApplyReportIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER = "source_id,name,wave,region,target_type,image_name,system_disk_size,notes\n";
    private static final String FORMULA = "=1+1";

    @TempDir
    private Path folder = Path.of("");

    private final SmcEmulator emulator;

    ApplyReportIT() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.defaults());
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void givesOneBadRowOfAThousandBackToBeCorrected() throws Exception {
        sheet(1000, 417);
        apply("--report", "out", "--events", "events.jsonl", "wave.csv").exits(3);
        Path rejected = folder.resolve("out/wave.rejected.csv");
        String given = Files.readString(rejected);
        long createsBefore = creates();

        assertThat(emulator.jobs()).hasSize(999);
        assertThat(given.lines()).hasSize(2);
        assertThat(given).contains("_error_code,_field,_message,_fix,_retryable,_line", "shop-web-417", "'" + FORMULA);
        assertThat(folder.resolve("out/wave.failed.csv")).doesNotExist();
        reportsAgreeWithTheService(1000);
        eventsTellEveryRow(1000);

        Files.writeString(rejected, given.replace(",8,", ",80,"));
        SmcProcess.Ended again =
                apply("--json", "--report", "out", "out/wave.rejected.csv").exits(0);

        assertThat(JSON.readTree(again.out()).path("created").asInt()).isEqualTo(1);
        assertThat(creates()).isEqualTo(createsBefore + 1);
        assertThat(emulator.jobs()).hasSize(1000);
        assertThat(Files.readString(rejected)).contains(",80,");
        try (Stream<Path> runs = Files.list(folder.resolve("out/runs"))) {
            assertThat(runs).hasSize(2);
        }
        aThousandJobsAreLeftAlone();
    }

    /** Beside the test above, for a thousand jobs take their time. */
    private void aThousandJobsAreLeftAlone() throws IOException {
        sheet(1000, -1);
        emulator.journal().clear();

        JsonNode again = JSON.readTree(
                apply("--json", "--parallelism", "32", "wave.csv").exits(0).out());

        assertThat(again.path("unchanged").asInt()).isEqualTo(1000);
        assertThat(creates()).isZero();
        assertThat(emulator.journal().entries()).hasSizeLessThanOrEqualTo(25);

        Files.move(folder.resolve(".smc"), folder.resolve("lost"));
        process("plan", "--out", "plan.json", "wave.csv").run().exits(0);
        JsonNode adopted = JSON.readTree(
                apply("--json", "--parallelism", "32", "plan.json").exits(0).out());
        emulator.journal().clear();
        JsonNode second = JSON.readTree(
                apply("--json", "--parallelism", "32", "plan.json").exits(0).out());

        assertThat(adopted.path("adopted").asInt()).isEqualTo(1000);
        assertThat(adopted.path("created").asInt()).isZero();
        assertThat(second.path("unchanged").asInt()).isEqualTo(1000);
        assertThat(emulator.journal().entries()).hasSizeLessThanOrEqualTo(25).allMatch(entry -> entry.action()
                .startsWith("Describe"));
        assertThat(emulator.jobs()).hasSize(1000);
    }

    private void reportsAgreeWithTheService(int rows) throws Exception {
        Set<String> jobs = new HashSet<>();
        for (EmulatedJob job : emulator.jobs()) {
            jobs.add(job.jobId());
        }
        JsonNode report = JSON.readTree(folder.resolve("out/report.json").toFile());
        Set<String> reported = new HashSet<>();
        report.path("results").forEach(row -> {
            if (row.has("job_id")) {
                reported.add(row.path("job_id").asText());
            }
        });
        var suites = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("out/report.xml").toFile());

        assertThat(reported).isEqualTo(jobs);
        assertThat(report.path("results")).hasSize(rows);
        assertThat(Files.readString(folder.resolve("out/report.csv")).lines()).hasSize(rows + 1);
        assertThat(suites.getElementsByTagName("testcase").getLength()).isEqualTo(rows);
        assertThat(suites.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(suites.getElementsByTagName("testsuite").getLength()).isEqualTo(1);
        assertThat(smc("state", "export").exits(0).out()).contains(jobs);
    }

    private void eventsTellEveryRow(int rows) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("events.jsonl"))) {
            events.add(JSON.readTree(line));
        }
        JsonNode last = events.get(events.size() - 1);

        assertThat(events).hasSize(rows + 2).allSatisfy(event -> {
            assertThat(event.path("format_version").asInt()).isEqualTo(1);
            assertThat(event.path("run_id")).isEqualTo(last.path("run_id"));
            assertThat(event.has("at")).isTrue();
        });
        assertThat(events).extracting(event -> event.path("serial").asInt()).isSorted();
        assertThat(events.get(0).path("event").asText()).isEqualTo("run_started");
        assertThat(events.get(0).path("to_do").asInt()).isEqualTo(rows - 1);
        assertThat(last.path("event").asText()).isEqualTo("run_finished");
        assertThat(last.path("created").asInt()).isEqualTo(rows - 1);
        assertThat(last.path("accounted").asInt()).isEqualTo(rows);
        assertThat(events.subList(1, rows + 1)).allSatisfy(event -> {
            assertThat(event.path("event").asText()).isEqualTo("row");
            assertThat(event.fieldNames())
                    .toIterable()
                    .contains("address", "file", "line", "outcome", "attempts", "started_at", "ended_at");
            boolean made = event.path("outcome").asText().equals("created");
            assertThat(event.has("job_id") && event.has("request_id") && event.has("client_token"))
                    .isEqualTo(made);
            assertThat(event.has("code")).isEqualTo(!made);
        });
        assertThat(Files.readString(folder.resolve("events.jsonl"))).doesNotContain("testsecret");
    }

    @Tries(
            value = "apply",
            options = {"--rate", "--report"},
            ends = ExitCode.INTERRUPTED)
    @Test
    void writesItsReportsAfterASignalAndCompletesTheNextTime() throws IOException {
        sheet(200, -1);
        try (SmcProcess.Running running = process(
                        "apply", "--auto-approve", "--rate", "10", "--report", "out", "wave.csv")
                .start()) {
            await().atMost(Duration.ofSeconds(60)).until(() -> creates() >= 5);
            running.signal("TERM");
            SmcProcess.Ended ended = running.ended().exits(130);
            assertThat(ended.out())
                    .containsPattern(
                            "Apply stopped: \\d+ of 200 rows are as wanted, \\d+ are open\nStopped: interrupted by a signal")
                    .containsPattern(
                            "Next: run the same command again; it goes on with the \\d+ open rows\n  \\S*smc'? apply");
            assertThat(ended.err()).contains("stopping: waiting for calls in flight");
        }
        int made = emulator.jobs().size();
        JsonNode report = JSON.readTree(folder.resolve("out/report.json").toFile());

        assertThat(report.path("created").asInt()).isEqualTo(made).isBetween(1, 199);
        assertThat(report.path("pending").asInt()).isEqualTo(200 - made);
        assertThat(report.path("stopped").path("kind").asText()).isEqualTo("signal");

        JsonNode again = JSON.readTree(apply("--json", "wave.csv").exits(0).out());

        assertThat(again.path("created").asInt()
                        + again.path("unchanged").asInt()
                        + again.path("adopted").asInt())
                .isEqualTo(200);
        assertThat(emulator.jobs()).hasSize(200);
    }

    @Test
    void startsNoFurtherRowOnceMoreFailedThanAllowed() throws IOException {
        sheet(120, -1);
        for (int i = 0; i < 120; i++) {
            emulator.faults()
                    .next(
                            "CreateReplicationJob",
                            FaultEffect.error(400, "InvalidImageName.Malformed", "no")
                                    .beforeCommit());
        }

        SmcProcess.Ended ended = apply("--json", "--parallelism", "1", "--max-fail", "5", "--report", "out", "wave.csv")
                .exits(4);
        JsonNode result = JSON.readTree(ended.out());

        assertThat(result.path("rejected").asInt()).isEqualTo(6);
        assertThat(result.path("pending").asInt()).isEqualTo(114);
        assertThat(result.path("stopped").path("kind").asText()).isEqualTo("max-fail");
        assertThat(ended.err()).contains("--max-fail allows 5", "Reasons:", "InvalidImageName.Malformed");
        assertThat(creates()).isEqualTo(6);
        assertThat(Files.readString(folder.resolve("out/wave.rejected.csv")).lines())
                .hasSize(7);
        emulator.faults().clear();
        apply("--max-fail", "5", "wave.csv").exits(0);
        assertThat(emulator.jobs()).hasSize(120);
    }

    @Test
    void sendsNothingWhenStrictAndOneRowIsInvalid() throws IOException {
        sheet(12, 3);

        SmcProcess.Ended ended =
                apply("--strict", "--report", "out", "wave.csv").exits(3);

        assertThat(ended.out())
                .startsWith("Plan: 12 rows")
                .contains(
                        "Nothing was sent: 0 of 12 rows are as wanted, 11 are open, 1 needs a person\n"
                                + "Stopped: nothing was sent: 1 of 12 rows is invalid",
                        "pending        11",
                        "or leave --strict out to send the others");
        assertThat(emulator.jobs()).isEmpty();
        assertThat(Files.readString(folder.resolve("out/wave.rejected.csv")).lines())
                .hasSize(2);
    }

    @Test
    void findsOutThatItCannotReportBeforeItAsksTheService() throws IOException {
        sheet(3, -1);
        Files.writeString(folder.resolve("file"), "in the way");

        SmcProcess.Ended report = apply("--report", "file/out", "wave.csv").exits(1);
        SmcProcess.Ended events = apply("--events", "file/events", "wave.csv").exits(1);

        assertThat(report.err()).contains("cannot write to file/out", "--report");
        assertThat(events.err()).contains("cannot write to file/events", "--events");
        assertThat(emulator.journal().entries()).isEmpty();
    }

    @Test
    void rehearsesWithFaultsAndCountsWhatTheyCost() throws IOException {
        sheet(10, -1);
        Files.writeString(
                folder.resolve("faults.json"),
                "[{\"fault\":\"THROTTLE\",\"action\":\"CreateReplicationJob\",\"times\":2},"
                        + "{\"fault\":\"ACCEPT_THEN_DROP\",\"action\":\"CreateReplicationJob\",\"nth\":5}]");

        SmcProcess.Ended ended = smc(
                        "apply",
                        "--emulator",
                        "--faults",
                        "faults.json",
                        "--auto-approve",
                        "--report",
                        "out",
                        "wave.csv")
                .exits(0);
        JsonNode report = JSON.readTree(folder.resolve("out/report.json").toFile());

        assertThat(ended.out()).containsPattern("calls \\d+, retries [1-9]\\d*, throttled 2, \\d");
        assertThat(report.path("rehearsal").asBoolean()).isTrue();
        assertThat(report.path("created").asInt() + report.path("adopted").asInt())
                .isEqualTo(10);
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("Rehearsal");
    }

    private void sheet(int rows, int bad) throws IOException {
        StringBuilder sheet = new StringBuilder(HEADER);
        for (int n = 0; n < rows; n++) {
            String name = String.format("shop-web-%03d", n);
            sheet.append("s-bp1k4wd9x0tq7mz2" + String.format("%04d", n) + "," + name + ",wave-01,cn-hangzhou,Image,"
                    + name + "," + (n == bad ? 8 : 80) + "," + FORMULA + "\n");
        }
        Files.writeString(folder.resolve("wave.csv"), sheet);
    }

    private SmcProcess.Ended apply(String... arguments) {
        List<String> all = new ArrayList<>(List.of("apply", "--auto-approve", "--rate", "0"));
        all.addAll(List.of(arguments));
        return process(all.toArray(String[]::new)).run();
    }

    private SmcProcess process(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(1, List.of("--endpoint", emulator.endpoint().toString()));
        return new SmcProcess(folder, all.toArray(String[]::new))
                .with("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid")
                .with("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "testsecret");
    }

    private SmcProcess.Ended smc(String... arguments) {
        return new SmcProcess(folder, arguments).run();
    }

    private long creates() {
        return emulator.journal().entries("CreateReplicationJob").size();
    }
}
