package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.emulator.JobStatus;
import io.camelsmc.emulator.Quirk;
import io.camelsmc.emulator.SmcEmulator;
import io.camelsmc.state.Intent;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import io.camelsmc.state.Journal;
import io.camelsmc.state.JournalOptions;
import io.camelsmc.state.Journals;
import io.camelsmc.state.StateView;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Journals that are lost, damaged or old, and jobs that others touched: {@code state rebuild}, {@code drift}, {@code adopt}. */
class JournalAndServiceIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final int ROWS = 60;

    private static @Nullable EmbeddedPostgres postgres;

    @TempDir
    private Path folder = Path.of("");

    private final SmcEmulator emulator;
    private String state = "";

    JournalAndServiceIT() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.defaults());
    }

    @BeforeEach
    void writeTheWave() throws IOException {
        state = folder.resolve("state").toString();
        Files.writeString(folder.resolve("wave.csv"), sheet(0, ROWS));
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @AfterAll
    static void stopTheDatabase() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void rebuildsALostJournalFromTheWavesAndNothingIsLeftToDo(String kind) throws Exception {
        use(kind);
        apply("created", ROWS);
        String before = list();
        lose();

        CliRun rebuilt = smc("state", "rebuild", "--from", wave(), "--yes").exits(0);
        emulator.journal().clear();

        assertThat(rebuilt.out())
                .contains("take over               60", "by-row                  60", "Rebuilt: 60 jobs");
        assertThat(list().replace("ADOPTED", "CREATED")).isEqualTo(before);
        assertThat(smc("plan", "--detailed-exitcode", wave()).exits(0).out()).contains("unchanged      60");
        apply("unchanged", ROWS);
        smc("drift", "--detailed-exitcode").exits(0);
        assertThat(creates()).isZero();
        assertThat(emulator.jobs()).hasSize(ROWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void rebuildsFromTheServiceAloneAndTheRowsAgreeWithIt(String kind) throws Exception {
        use(kind);
        apply("created", ROWS);
        lose();

        smc("state", "rebuild", "--yes").exits(0);

        assertThat(list()).contains("-/web-000").doesNotContain("wave-01");
        assertThat(smc("plan", "--detailed-exitcode", wave()).exits(0).out()).contains("unchanged      60");
        Files.writeString(folder.resolve("wave.csv"), sheet(0, ROWS).replace("image-007,80", "image-007,81"));
        assertThat(plan().path("changes").get(7).path("differences"))
                .singleElement()
                .satisfies(difference -> assertThat(difference.toString())
                        .contains("systemDiskSize", "\"wanted\":\"81\"", "\"found\":\"80\""));
        Files.writeString(folder.resolve("wave.csv"), sheet(0, ROWS));
        smc("adopt", wave()).exits(0);
        assertThat(list()).contains("wave-01/web-000").doesNotContain("-/web");
        assertThat(creates()).isEqualTo(ROWS);
    }

    @Test
    void everyCommandRefusesADamagedJournalAndRebuildKeepsIt() throws Exception {
        apply("created", ROWS);
        Path file = Path.of(state, "journal.db");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = bytes.length / 2; i < bytes.length / 2 + 4096; i++) {
            bytes[i] = 0x5a;
        }
        Files.write(file, bytes);

        for (List<String> command : List.of(
                List.of("plan", wave()),
                List.of("apply", wave(), "--auto-approve"),
                List.of("drift"),
                List.of("adopt", wave(), "--yes"))) {
            assertThat(smc(command.toArray(String[]::new)).exits(1).err()).contains("damaged", "smc state rebuild");
        }
        for (String look : List.of("list", "export", "unlock")) {
            assertThat(CliRun.of("state", look, "--state", state).exits(1).err())
                    .contains("smc state rebuild");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        CliRun unasked = smc("state", "rebuild", "--from", wave()).exits(64);
        assertThat(unasked.err()).contains("nothing was written");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);

        CliRun rebuilt = smc("state", "rebuild", "--from", wave(), "--yes").exits(0);

        String aside = rebuilt.out()
                .lines()
                .filter(line -> line.startsWith("What was there before lies in "))
                .map(line -> line.substring("What was there before lies in ".length()))
                .findFirst()
                .orElseThrow();
        assertThat(Path.of(aside)).hasBinaryContent(bytes);
        assertThat(smc("plan", "--detailed-exitcode", wave()).exits(0).out()).contains("unchanged      60");
        assertThat(smc("state", "rebuild", "--yes").exits(1).err()).contains("is sound and holds 60 records");
        assertThat(creates()).isEqualTo(ROWS);
    }

    @Test
    void aJournalRestoredFromYesterdayMissesNothingForLong() throws Exception {
        apply("created", ROWS);
        Path yesterday = folder.resolve("yesterday.db");
        Files.copy(Path.of(state, "journal.db"), yesterday);
        Files.writeString(folder.resolve("wave.csv"), sheet(0, ROWS + 5));
        apply("created", 5);
        remove(Path.of(state));
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
    void twoUnfinishedJobsOfOneSourceStayOutUntilARowTellsThemApart() throws Exception {
        emulator.settings().on(Quirk.SEVERAL_JOBS_PER_SOURCE);
        emulator.createJob(parameters(1, "web-001"));
        emulator.createJob(parameters(1, "stranger"));
        emulator.createJob(parameters(2, "web-002"));
        Files.writeString(folder.resolve("wave.csv"), sheet(1, 3));

        CliRun alone = smc("state", "rebuild", "--yes").exits(3);
        String listed = list();
        lose();
        CliRun withRow = smc("state", "rebuild", "--from", wave(), "--yes").exits(3);

        assertThat(alone.out()).contains("quarantined", "(web-001)", "(stranger)", "several unfinished jobs", "--from");
        assertThat(listed).contains("web-002").doesNotContain("web-001");
        assertThat(withRow.out()).contains("(stranger)");
        assertThat(list()).contains("wave-01/web-001", "wave-01/web-002").doesNotContain("stranger");
    }

    @Test
    void finishedJobsGetTheGenerationsBelowTheUnfinishedOne() throws Exception {
        EmulatedJob first = emulator.createJob(parameters(1, "first"));
        emulator.putJob(first.jobId(), JobStatus.FINISHED);
        emulator.createJob(parameters(1, "second"));

        smc("state", "rebuild", "--yes").exits(0);

        assertThat(records())
                .extracting(record -> record.name() + " " + record.key().generation() + " " + record.state())
                .containsExactlyInAnyOrder("first 0 ADOPTED", "second 1 ADOPTED");
    }

    @Test
    void driftTellsWhatBecameOfEveryJob() throws Exception {
        apply("created", ROWS);
        emulator.putJob(jobId("web-001"), JobStatus.DELETING);
        emulator.putJob(jobId("web-002"), JobStatus.FINISHED);
        emulator.putJob(jobId("web-003"), JobStatus.IN_ERROR);
        emulator.putJob(jobId("web-004"), JobStatus.EXPIRED);
        // The job that the journal speaks of is replaced by one with another disk.
        emulator.putJob(jobId("web-005"), JobStatus.DELETING);
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

    @Test
    void rebuildAsksAgainWhenTheServiceThrottlesAndSeesJobsThatSlipBetweenPages() throws Exception {
        for (int n = 0; n < 120; n++) {
            emulator.createJob(parameters(n, String.format("web-%03d", n)));
        }
        emulator.settings().on(Quirk.PAGE_SHIFT);
        emulator.faults()
                .add(FaultRule.on("DescribeReplicationJobs")
                        .times(1)
                        .then(FaultEffect.of(Fault.THROTTLE).lasting(Duration.ofMillis(1))));

        smc("state", "rebuild", "--yes").exits(0);

        assertThat(records()).hasSize(120);
    }

    @Tries(
            value = "drift",
            options = "--detailed-exitcode",
            ends = {ExitCode.OK, ExitCode.CHANGES_PENDING})
    @Test
    void theProcessEndsWithTheSameCodes() throws Exception {
        apply("created", ROWS);
        lose();

        assertThat(process("drift", "--detailed-exitcode").exits(2).out()).contains("unknown        60");
        assertThat(process("state", "rebuild", "--from", wave()).exits(64).err())
                .contains("--auto-approve");
        process("state", "rebuild", "--from", wave(), "--auto-approve").exits(0);
        process("drift", "--detailed-exitcode").exits(0);
        process("adopt", wave(), "--json").exits(0);
    }

    private void use(String kind) throws Exception {
        if (kind.equals("postgresql")) {
            EmbeddedPostgres server =
                    postgres == null ? EmbeddedPostgres.builder().start() : postgres;
            postgres = server;
            String schema = "rebuild" + NEXT.incrementAndGet();
            execute("create schema " + schema);
            state = server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
        }
    }

    /** The state is gone, as after the loss of a disk. */
    private void lose() throws Exception {
        if (state.startsWith("jdbc:")) {
            String schema = state.substring(state.lastIndexOf('=') + 1);
            execute("drop schema " + schema + " cascade");
            execute("create schema " + schema);
        } else {
            remove(Path.of(state));
        }
    }

    private static void execute(String sql) throws Exception {
        EmbeddedPostgres server = Objects.requireNonNull(postgres);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Lets the only record speak of a job of another service. */
    private void amendJobId(String jobId) {
        JobRecord record = records().get(0);
        Path file = Path.of(state, "journal.db");
        Journals.setAside(state, JournalOptions.defaults());
        assertThat(file).doesNotExist();
        try (Journal journal = Journals.open(state)) {
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
        }
    }

    private String jobId(String name) {
        return emulator.jobs().stream()
                .filter(job -> name.equals(job.name()) && !job.deleted())
                .map(EmulatedJob::jobId)
                .findFirst()
                .orElseThrow();
    }

    private List<JobRecord> records() {
        try (StateView view = Journals.openReadOnly(state)) {
            return view.list();
        }
    }

    private String list() {
        return CliRun.of("state", "list", "--state", state).exits(0).out();
    }

    private JsonNode plan() throws IOException {
        return JSON.readTree(smc("plan", "--json", wave()).out());
    }

    private void apply(String outcome, int expected) throws IOException {
        CliRun run =
                smc("apply", "--auto-approve", "--rate", "0", "--json", wave()).exits(0);
        assertThat(JSON.readTree(run.out()).path(outcome).asInt()).isEqualTo(expected);
    }

    private CliRun smc(String... arguments) {
        return CliRun.of(arguments(arguments));
    }

    private SmcProcess.Ended process(String... arguments) {
        return new SmcProcess(folder, arguments(arguments))
                .with("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid")
                .with("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "testsecret")
                .run();
    }

    private String[] arguments(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--endpoint", emulator.endpoint().toString(), "--state", state));
        return all.toArray(String[]::new);
    }

    private long creates() {
        return emulator.journal().entries("CreateReplicationJob").size();
    }

    private String wave() {
        return folder.resolve("wave.csv").toString();
    }

    private static Map<String, String> parameters(int n, String name) {
        return new TreeMap<>(Map.of(
                "RegionId",
                "cn-hangzhou",
                "SourceId",
                source(n),
                "Name",
                name,
                "TargetType",
                "Image",
                "ImageName",
                "image-" + name.substring(name.length() - 3),
                "SystemDiskSize",
                "80"));
    }

    private static String sheet(int from, int to) {
        StringBuilder sheet = new StringBuilder("source_id,name,wave,region,target_type,image_name,system_disk_size\n");
        for (int n = from; n < to; n++) {
            sheet.append(String.format("%s,web-%03d,wave-01,cn-hangzhou,Image,image-%03d,80\n", source(n), n, n));
        }
        return sheet.toString();
    }

    private static String source(int n) {
        return String.format("s-bp1k4wd9x0tq7mz2%04d", n);
    }

    private static void remove(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
