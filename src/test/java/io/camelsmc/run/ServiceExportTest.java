package io.camelsmc.run;

import static io.camelsmc.cli.ValidateInvocation.smc;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.account.AccountReader;
import io.camelsmc.cli.options.JobFilter;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.StaticCredentials;
import io.camelsmc.client.http.SmcClientConfig;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.emulator.EmulatedStatus;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.SmcEmulator;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import io.camelsmc.plan.PlanLimits;
import io.camelsmc.provision.Provisioner;
import io.camelsmc.provision.pace.Pace;
import io.camelsmc.provision.pace.ProvisionOptions;
import io.camelsmc.provision.pace.Sleeper;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.read.SpecReader;
import io.camelsmc.state.Journal;
import io.camelsmc.state.Journals;
import io.camelsmc.state.StateView;
import io.camelsmc.wave.CheckedStream;
import io.camelsmc.wave.WaveInput;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ServiceExportTest {

    @TempDir
    private Path folder = Path.of("");

    private final SmcEmulator emulator;
    private final SmcClient client;

    ServiceExportTest() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.defaults());
        client = SmcClients.create(
                SmcClientConfig.defaults().withEndpoint(emulator.endpoint()),
                new StaticCredentials("testid", "testsecret"));
    }

    @AfterEach
    void stop() {
        client.close();
        emulator.close();
    }

    @Test
    void writesJobsThatNobodyHereMadeAsRowsThatAreAdopted() throws Exception {
        job("s-1", "web-01", Map.of("Tag.1.Key", "app", "Tag.1.Value", "=1+1;x"));
        job("s-2", "web-02", Map.of("DataDisk.1.Index", "1", "DataDisk.1.Size", "100"));
        job("s-3", "db-01", Map.of("NetMode", "2", "VSwitchId", "vsw-bp1ddbrxdlrcbim46"));
        job("s-4", "db-02", Map.of("RunOnce", "false", "Frequency", "12", "MaxNumberOfImageToKeep", "3"));

        String sheet = export();

        assertThat(sheet.lines().findFirst()).hasValueSatisfying(header -> assertThat(header)
                .startsWith("\uFEFFsource_id,name,region,")
                .endsWith(",_guarded,_job_id,_status,_start_at,_valid_until"));
        assertThat(sheet).contains(",app,'=1+1;x,", ",1:100,");
        assertThat(actions(sheet)).hasSize(4).containsOnly(Action.ADOPT);
    }

    @Test
    void writesJobsOfTheJournalAsTheyWereSentWithTheirWave() throws Exception {
        Instant start = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        try (Journal journal = Journals.open(folder.resolve("state").toString())) {
            journal.bindAccount(client.accountScope());
            Provisioner provisioner = new Provisioner(
                    client,
                    journal,
                    (spec, now) -> List.of(),
                    ProvisionOptions.standard(),
                    Clock.systemUTC(),
                    Sleeper.REAL,
                    () -> 1L);
            provisioner.provision(SpecReader.ofMap(
                    Map.of("sourceId", "s-1", "regionId", "cn-hangzhou", "imageName", "img-1", "wave", "w7"), "test"));
            provisioner.provision(SpecReader.ofMap(
                    Map.of(
                            "sourceId", "s-2",
                            "regionId", "cn-hangzhou",
                            "imageName", "img-2",
                            "scheduledStartTime", start.toString()),
                    "test"));
        }

        String sheet = export();

        assertThat(sheet).contains(",w7,", "," + start);
        assertThat(actions(sheet)).containsExactly(Action.UNCHANGED, Action.UNCHANGED);
        assertThat(actions(sheet, start.plusSeconds(1)))
                .as("a start that has passed since")
                .containsExactly(Action.UNCHANGED, Action.UNCHANGED);
        assertThat(actions(sheet.replace("img-2", "img-3"), start.plusSeconds(1)))
                .as("the same row edited: the start stays as it is")
                .containsExactlyInAnyOrder(Action.UNCHANGED, Action.UPDATE);
    }

    @Test
    void letsOneJobOfEachSourceTakePart() throws Exception {
        job("s-1", "old", Map.of("ImageName", "img-old"));
        emulator.putJob(emulator.jobs().get(0).jobId(), EmulatedStatus.FINISHED);
        job("s-1", "new", Map.of("ImageName", "img-new"));

        String sheet = export();

        assertThat(sheet.lines()).hasSize(3);
        assertThat(sheet.lines().filter(line -> line.contains(",old,")))
                .singleElement()
                .asString()
                .contains("false");
        assertThat(actions(sheet)).containsExactly(Action.ADOPT);
    }

    @Test
    void readsOnWhenTheServiceAsksToSlowDown() throws Exception {
        job("s-1", "web-01", Map.of());
        emulator.faults().next("DescribeReplicationJobs", FaultEffect.of(Fault.THROTTLE));

        StringWriter sheet = new StringWriter();
        try (StateView state = Journals.openReadOnly(folder.resolve("state").toString())) {
            new ExportRun(() -> sheet, problem -> {})
                    .jobs(AccountAccess.of(client, state, Pace.standard()), job -> true);
        }

        assertThat(sheet.toString()).contains(",web-01,");
    }

    @Test
    void takesOnlyTheJobsThatAreAskedFor() throws Exception {
        job("s-1", "web-01", Map.of("Tag.1.Key", "app", "Tag.1.Value", "shop"));
        job("s-2", "web-02", Map.of());
        job("s-3", "db-01", Map.of("Tag.1.Key", "app", "Tag.1.Value", "shop"));
        emulator.putJob(emulator.jobs().get(1).jobId(), EmulatedStatus.IN_ERROR);

        assertThat(names("--name-prefix", "web-")).containsExactlyInAnyOrder("web-01", "web-02");
        assertThat(names("--tag", "app=shop")).containsExactlyInAnyOrder("web-01", "db-01");
        assertThat(names("--status", "inerror,Finished")).containsExactly("web-02");
        assertThat(names("--name-prefix", "web-", "--tag", "app=shop")).containsExactly("web-01");
    }

    @Test
    void refusesOptionsThatDoNotGoTogether() throws Exception {
        Path sheet = Files.writeString(folder.resolve("w.csv"), "source_id\ns-1\n");

        assertThat(smc("export").exit()).isEqualTo(64);
        assertThat(smc("export", "--from-service", sheet).exit()).isEqualTo(64);
        assertThat(smc("export", sheet, "--status", "Ready").err()).contains("--status goes with --from-service");
        assertThat(smc("export", "--from-service", "--status", "Runing").err()).contains("did you mean Running?");
        assertThat(smc("export", "--from-service", "--emulator").out())
                .isEqualTo("\uFEFFsource_id,_job_id,_status,_start_at,_valid_until\n");
    }

    private void job(String source, String name, Map<String, String> more) {
        Map<String, String> parameters = new java.util.TreeMap<>(Map.of(
                "SourceId",
                source,
                "Name",
                name,
                "RegionId",
                "cn-hangzhou",
                "TargetType",
                "Image",
                "ImageName",
                "img-" + source,
                "SystemDiskSize",
                "80"));
        parameters.putAll(more);
        emulator.createJob(parameters);
    }

    private String export() throws Exception {
        StringWriter text = new StringWriter();
        List<Diagnostic> losses = new ArrayList<>();
        try (StateView state = Journals.openReadOnly(folder.resolve("state").toString())) {
            ServiceExport export = new ServiceExport(state);
            export.write(export.jobs(client, job -> true), text, losses::add);
        }
        assertThat(losses).isEmpty();
        return text.toString();
    }

    private List<String> names(String... options) throws Exception {
        JobFilter filter = new JobFilter();
        new CommandLine(new Holder(filter)).parseArgs(options);
        try (StateView state = Journals.openReadOnly(folder.resolve("state").toString())) {
            return new ServiceExport(state)
                    .jobs(client, job -> filter.matches(job, null)).stream()
                            .map(job -> String.valueOf(job.attributes().name()))
                            .toList();
        }
    }

    @CommandLine.Command
    private record Holder(@CommandLine.Mixin JobFilter filter) {}

    private List<Action> actions(String sheet) throws Exception {
        return actions(sheet, Instant.now());
    }

    private List<Action> actions(String sheet, Instant now) throws Exception {
        Path file = Files.writeString(folder.resolve("back.csv"), sheet);
        List<DesiredRow> rows = new ArrayList<>();
        CheckedStream.of(WaveInput.of(List.of(file), null, null), CheckContext.at(now), row -> true)
                .forEach(rows::add);
        try (StateView state = Journals.openReadOnly(folder.resolve("state").toString())) {
            Plan plan = new PlanBuilder(rows, List.of(), state, PlanLimits.standard())
                    .online(client.accountScope(), new AccountReader(client))
                    .plan();
            return plan.changes().stream().map(Change::action).toList();
        }
    }
}
