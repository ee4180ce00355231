package io.camelsmc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.StaticCredentials;
import io.camelsmc.client.http.SmcClientConfig;
import io.camelsmc.diag.AbortException;
import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatedStatus;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.emulator.SmcEmulator;
import io.camelsmc.job.Verb;
import io.camelsmc.lifecycle.VerbOutcome;
import io.camelsmc.lifecycle.VerbRequest;
import io.camelsmc.lifecycle.VerbResult;
import io.camelsmc.plan.Selection;
import io.camelsmc.provision.pace.Backoff;
import io.camelsmc.provision.pace.Pace;
import io.camelsmc.provision.pace.PaceOptions;
import io.camelsmc.provision.pace.ProvisionOptions;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.state.Journal;
import io.camelsmc.state.Journals;
import io.camelsmc.state.VerbIntent;
import io.camelsmc.state.VerbRecord;
import io.camelsmc.state.VerbState;
import io.camelsmc.wave.CheckedRows;
import io.camelsmc.wave.CheckedStream;
import io.camelsmc.wave.WaveInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Verbs against the emulator: what the ledger of the service, the journal and the result say agrees. */
class VerbRunTest {

    @TempDir
    private Path folder = Path.of("");

    private final SmcEmulator emulator;
    private final SmcClient client;
    private @Nullable Journal opened;

    VerbRunTest() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.builder().runningQuota(3).build());
        client = SmcClients.create(
                SmcClientConfig.defaults().withEndpoint(emulator.endpoint()),
                new StaticCredentials("testid", "testsecret"));
    }

    @BeforeEach
    void makeFiveJobs() throws Exception {
        opened = Journals.open(folder.resolve("state").toString());
        StringBuilder sheet = new StringBuilder(
                "source_id,name,wave,region,target_type,image_name,system_disk_size,run_once,frequency,max_images\n");
        for (int n = 1; n <= 5; n++) {
            sheet.append("s-")
                    .append(n)
                    .append(",web-")
                    .append(n)
                    .append(",w,cn-hangzhou,Image,img-")
                    .append(n)
                    .append(",80,false,6,3\n");
        }
        Path file = Files.writeString(folder.resolve("wave.csv"), sheet);
        CheckedRows rows = CheckedRows.of(
                CheckedStream.of(WaveInput.of(List.of(file), null, null), CheckContext.at(Instant.now()), row -> true));
        RunResult made = new ApplyRun(access(), ApplyOptions.standard(), Consent.GIVEN, new RunListener() {}).run(rows);
        assertThat(made.stop()).isNull();
        emulator.journal().clear();
    }

    @AfterEach
    void stop() {
        client.close();
        journal().close();
        emulator.close();
    }

    @Test
    void startsAsManyAsMayRunAndTellsTheOthersToWait() throws Exception {
        VerbRunResult result = run(VerbRequest.start(), 3);

        assertThat(outcomes(result)).containsExactly("done", "done", "done", "waiting", "waiting");
        assertThat(sent("StartReplicationJob")).isEqualTo(3);
        assertThat(journal().openVerbs()).isEmpty();
    }

    @Test
    void aRefusalAtAFullAccountIsAWaitWhateverItsCode() throws Exception {
        VerbRunResult result = run(VerbRequest.start(), 50);

        assertThat(result.count(VerbOutcome.DONE)).isEqualTo(3);
        assertThat(result.count(VerbOutcome.WAITING)).isEqualTo(2);
        assertThat(result.stop()).as("a full account stops nothing").isNull();
    }

    @Test
    void doesNothingTheSecondTime() throws Exception {
        run(VerbRequest.start(), 3);
        emulator.journal().clear();

        VerbRunResult again = run(VerbRequest.start(), 3);

        assertThat(outcomes(again)).containsExactly("already", "already", "already", "waiting", "waiting");
        assertThat(sent("StartReplicationJob")).isZero();
    }

    @Test
    void sendsNothingWithoutConsentAndNothingInADryRun() throws Exception {
        VerbOptions asked = options(VerbRequest.start(), 50, "w/*", false);
        VerbRunResult refused = new VerbRun(access(), asked, (planned, sends) -> false).run();
        VerbRunResult dry =
                new VerbRun(access(), options(VerbRequest.start(), 50, "w/*", true), (planned, sends) -> true).run();

        assertThat(refused.stop()).contains("not approved");
        assertThat(dry.results()).hasSize(5);
        assertThat(sent("StartReplicationJob")).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ACCEPT_THEN_DROP", "DROP_BEFORE", "ERROR_500", "ERROR_500_AFTER", "TRUNCATED", "HTML_502_AFTER"})
    void anAnswerThatIsLostHasOneEffectAndIsFoundOut(Fault fault) throws Exception {
        emulator.faults().add(FaultRule.on("StartReplicationJob").nth(1).then(fault));

        VerbRunResult result = run(VerbRequest.start(), 50, "w/web-1");

        assertThat(outcomes(result)).containsExactly("done");
        assertThat(status("web-1")).isEqualTo(EmulatedStatus.RUNNING);
        assertThat(journal().openVerbs()).isEmpty();
    }

    @Test
    void aLostAnswerOfACutOverNeverLeadsToASecondOne() throws Exception {
        waiting("web-1");
        emulator.faults().add(FaultRule.on("CutOverReplicationJob").nth(1).then(Fault.ACCEPT_THEN_DROP));

        VerbRunResult result = run(VerbRequest.cutOver(true), 50, "w/web-1");
        emulator.putJob(id("web-1"), EmulatedStatus.FINISHED);
        VerbRunResult again = run(VerbRequest.cutOver(true), 50, "w/web-1");

        assertThat(result.results()).singleElement().satisfies(one -> {
            assertThat(one.outcome()).isIn(VerbOutcome.UNKNOWN, VerbOutcome.DONE);
        });
        assertThat(outcomes(again)).containsExactly("already");
        assertThat(sent("CutOverReplicationJob")).isEqualTo(1);
        assertThat(journal().openVerbs()).isEmpty();
    }

    @Test
    void aCutOverThatHadNoEffectGoesAgainWithTheSameArgument() throws Exception {
        waiting("web-1");
        emulator.faults().add(FaultRule.on("CutOverReplicationJob").nth(1).then(Fault.DROP_BEFORE));

        VerbRunResult result = run(VerbRequest.cutOver(false), 50, "w/web-1");

        assertThat(outcomes(result)).containsExactly("done");
        assertThat(emulator.journal().entries("CutOverReplicationJob"))
                .extracting(entry -> entry.parameters().get("SyncData"))
                .containsOnly("false");
    }

    @Test
    void settlesFirstWhatAProcessThatDiedLeftOpen() throws Exception {
        VerbIntent intent = new VerbIntent(journal().list().get(0).key(), id("web-1"), Verb.START, "", "Ready");
        journal().intendVerbs(List.of(intent));

        VerbRunResult result = run(VerbRequest.start(), 50, "w/web-1");

        assertThat(outcomes(result)).containsExactly("done");
        assertThat(journal().verbs(intent.key()))
                .extracting(VerbRecord::state)
                .containsExactly(VerbState.NOT_DONE, VerbState.DONE);
    }

    @Test
    void aVerbInDoubtThatHadItsEffectIsNotSentAgain() throws Exception {
        emulator.putJob(id("web-1"), EmulatedStatus.RUNNING);
        VerbIntent intent = new VerbIntent(journal().list().get(0).key(), id("web-1"), Verb.START, "", "Ready");
        journal().intendVerbs(List.of(intent));

        VerbRunResult result = run(VerbRequest.start(), 50, "w/web-1");

        assertThat(outcomes(result)).containsExactly("already");
        assertThat(sent("StartReplicationJob")).isZero();
        assertThat(journal().verbs(intent.key())).extracting(VerbRecord::state).containsExactly(VerbState.DONE);
    }

    @Test
    void aSourceThatWentOfflineIsAWaitAndOthersGoOn() throws Exception {
        emulator.putSource("s-2", "Unavailable", "SourceServer.Offline");

        VerbRunResult result = run(VerbRequest.start(), 50);

        assertThat(result.results().get(1)).satisfies(one -> {
            assertThat(one.outcome()).isEqualTo(VerbOutcome.WAITING);
            assertThat(one.reason()).contains("source");
        });
        assertThat(result.count(VerbOutcome.DONE)).isEqualTo(3);
    }

    @Test
    void aJobThatSomebodyDeletedIsNamedAndOthersGoOn() throws Exception {
        emulator.putJob(id("web-1"), EmulatedStatus.DELETING);

        VerbRunResult result = run(VerbRequest.start(), 3, "w/web-1", "w/web-2");

        // It was made a moment ago, so a listing without it proves nothing yet.
        assertThat(outcomes(result)).containsExactly("waiting", "done");
        assertThat(result.results().get(0).reason()).contains("does not list it yet");
    }

    @Test
    void deletesAJobThatRunsOnlyWithAStopBefore() throws Exception {
        run(VerbRequest.start(), 50, "w/web-1");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> job("web-1").businessStatus().equals("Syncing"));
        String id = id("web-1");

        VerbRunResult refused = run(VerbRequest.delete(false), 50, "w/web-1");
        VerbRunResult deleted = run(VerbRequest.delete(true), 50, "w/web-1");

        assertThat(outcomes(refused)).containsExactly("refused");
        assertThat(outcomes(deleted)).containsExactly("done");
        assertThat(sent("StopReplicationJob")).isEqualTo(1);
        assertThat(sent("DeleteReplicationJob")).isEqualTo(1);
        assertThat(journal().deletedJobs()).containsExactly(id);
    }

    @Test
    void anOutageAfterTheFirstRoundStillTellsWhatWasSent() throws Exception {
        VerbOptions patient = new VerbOptions(
                VerbRequest.start(),
                new Selection(List.of("w/*"), List.of()),
                3,
                false,
                Duration.ofMillis(400),
                Duration.ofMillis(50),
                4);

        VerbRunResult result = new VerbRun(access(), patient, (planned, sends) -> {
                    emulator.faults()
                            .add(FaultRule.on("DescribeReplicationJobs").then(Fault.UNAVAILABLE_503));
                    return true;
                })
                .run();

        assertThat(result.count(VerbOutcome.DONE)).isEqualTo(3);
        assertThat(result.count(VerbOutcome.WAITING)).isEqualTo(2);
        assertThat(result.stop()).contains("ServiceUnavailable");
    }

    @Test
    void aRefusedPermissionStopsFurtherCallsOnce() throws Exception {
        emulator.faults()
                .add(FaultRule.on("StartReplicationJob").then(FaultEffect.error(403, "Forbidden.Unauthorized", "no")));

        VerbRunResult result = new VerbRun(
                        access(), oneAtATime(options(VerbRequest.start(), 50, "w/*", false)), (planned, sends) -> true)
                .run();

        assertThat(result.count(VerbOutcome.WAITING)).isEqualTo(5);
        assertThat(result.stop()).contains("Forbidden.Unauthorized");
        assertThat(sent("StartReplicationJob")).isEqualTo(1);
        assertThat(journal().openVerbs()).isEmpty();
    }

    @Test
    void aSelectorThatFitsNoJobIsRefused() {
        assertThatThrownBy(() -> run(VerbRequest.start(), 50, "w/web-9"))
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("w/web-9");
    }

    @Test
    void extendsToATimeThatTheServiceThenShows() throws Exception {
        Instant until =
                Instant.parse(Instant.now().plus(Duration.ofDays(40)).toString().substring(0, 10) + "T00:00:00Z");

        VerbRunResult result = run(VerbRequest.extendTo(until), 50, "w/web-1");
        VerbRunResult again = run(VerbRequest.extendTo(until), 50, "w/web-1");

        assertThat(outcomes(result)).containsExactly("done");
        assertThat(outcomes(again)).containsExactly("already");
        assertThat(sent("ModifyReplicationJobAttribute")).isEqualTo(1);
    }

    private VerbRunResult run(VerbRequest request, int quota, String... selectors) throws Exception {
        String[] all = selectors.length == 0 ? new String[] {"w/*"} : selectors;
        VerbOptions options = options(request, quota, false, all);
        return new VerbRun(access(), options, (planned, sends) -> true).run();
    }

    private static VerbOptions options(VerbRequest request, int quota, String selector, boolean dryRun) {
        return options(request, quota, dryRun, selector);
    }

    private static VerbOptions options(VerbRequest request, int quota, boolean dryRun, String... selectors) {
        return new VerbOptions(
                request, new Selection(List.of(selectors), List.of()), quota, dryRun, null, Duration.ofMillis(50), 4);
    }

    private static VerbOptions oneAtATime(VerbOptions options) {
        return new VerbOptions(
                options.request(), options.selection(), options.quota(), options.dryRun(), null, options.poll(), 1);
    }

    private AccountAccess<Journal> access() {
        ProvisionOptions patience = new ProvisionOptions(
                3,
                new Backoff(Duration.ofMillis(10), 2, Duration.ofMillis(20), 0),
                Duration.ofMillis(50),
                true,
                Duration.ofSeconds(1));
        return new AccountAccess<>(
                client, journal(), Pace.of(PaceOptions.standard().withRate(0)), patience, Clock.systemUTC());
    }

    private Journal journal() {
        if (opened == null) {
            throw new IllegalStateException("no journal yet");
        }
        return opened;
    }

    private void waiting(String name) {
        emulator.putJob(id(name), EmulatedStatus.WAITING);
    }

    private String id(String name) {
        return job(name).jobId();
    }

    private EmulatedStatus status(String name) {
        return job(name).status();
    }

    private EmulatedJob job(String name) {
        return emulator.jobs().stream()
                .filter(job -> name.equals(job.name()))
                .findFirst()
                .orElseThrow();
    }

    private long sent(String action) {
        return emulator.journal().entries(action).size();
    }

    private static List<String> outcomes(VerbRunResult result) {
        return result.results().stream()
                .map(VerbResult::outcome)
                .map(VerbOutcome::label)
                .toList();
    }
}
