package io.camelsmc.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.StaticCredentials;
import io.camelsmc.client.http.SmcClientConfig;
import io.camelsmc.emulator.EmulatedSource;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.SmcEmulator;
import io.camelsmc.job.Outcome;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import io.camelsmc.provision.pace.Backoff;
import io.camelsmc.provision.pace.Pace;
import io.camelsmc.provision.pace.PaceOptions;
import io.camelsmc.provision.pace.ProvisionOptions;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.state.Journal;
import io.camelsmc.state.Journals;
import io.camelsmc.state.TransientJournal;
import io.camelsmc.wave.CheckedRows;
import io.camelsmc.wave.CheckedStream;
import io.camelsmc.wave.WaveInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyRunTest {

    private static final String HEADER =
            "source_id,source_name,name,wave,region,target_type,image_name,system_disk_size,description\n";

    @TempDir
    private Path folder = Path.of("");

    private final SmcEmulator emulator;
    private final SmcClient client;
    private Journal journal = new TransientJournal(Clock.systemUTC());
    private Pace pace = Pace.standard();

    ApplyRunTest() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.defaults());
        client = SmcClients.create(
                SmcClientConfig.defaults().withEndpoint(emulator.endpoint()),
                new StaticCredentials("testid", "testsecret"));
    }

    @AfterEach
    void stop() {
        client.close();
        journal.close();
        emulator.close();
    }

    @Test
    void accountsForEveryRowInTheOrderOfTheRows() throws Exception {
        RunResult result = apply(row("s-1", "web-3") + row("s-2", "web-1") + "s-3,,web-2,w,,Image,img,80,\n");

        assertThat(result.inOrderOfRows())
                .extracting(row -> row.address().name() + " " + row.outcome().label())
                .containsExactly("web-3 created", "web-1 created", "web-2 invalid");
        assertThat(result.rows()).extracting(row -> row.address().name()).containsExactly("web-1", "web-2", "web-3");
        assertThat(result.summary().balanced()).isTrue();
        assertThat(emulator.jobs()).hasSize(2);
    }

    @Test
    void findsSourcesByTheirNames() throws Exception {
        emulator.addSource(EmulatedSource.available("s-bp1", "db-host"));

        RunResult result = apply(",db-host,db-1,w,cn-hangzhou,Image,img-db,80,\n");

        assertThat(result.rows()).singleElement().satisfies(row -> {
            assertThat(row.outcome()).isEqualTo(Outcome.CREATED);
            assertThat(row.sourceId()).isEqualTo("s-bp1");
        });
    }

    @Test
    void changesAJobOfAnEditedRowOnlyIfUpdatesAreAllowed() throws Exception {
        journal = Journals.open(folder.resolve("state").toString());
        apply(row("s-1", "web-1"));
        String edited = row("s-1", "web-1").replace(",old", ",edited");

        RunResult kept = apply(edited);
        RunResult changed = apply(edited, ApplyOptions.standard().withUpdates(true), Consent.GIVEN);

        assertThat(kept.rows()).singleElement().satisfies(row -> {
            assertThat(row.outcome()).isEqualTo(Outcome.CONFLICT);
            assertThat(row.message()).contains("old", "edited");
        });
        assertThat(changed.rows())
                .extracting(row -> row.outcome().label() + row.message())
                .containsExactly("updated");
        assertThat(emulator.journal().entries("ModifyReplicationJobAttribute")).hasSize(1);
    }

    @Test
    void sendsNothingWithoutConsent() throws Exception {
        List<Action> shown = new ArrayList<>();

        RunResult result = apply(row("s-1", "web-1"), ApplyOptions.standard(), plan -> {
            plan.changes().stream().map(Change::action).forEach(shown::add);
            return false;
        });

        assertThat(shown).containsExactly(Action.CREATE);
        assertThat(result.stop()).extracting(RunStop::kind).isEqualTo(RunStop.Kind.NOT_APPROVED);
        assertThat(result.rows()).extracting(RowOutcome::outcome).containsExactly(Outcome.PENDING);
        assertThat(emulator.jobs()).isEmpty();
    }

    @Test
    void holdsItsGuardsBeforeAnythingIsSent() throws Exception {
        Consent never = plan -> {
            throw new AssertionError("nothing to consent to");
        };
        String rows = row("s-1", "web-1") + row("s-2", "web-2") + "s-3,,web-3,w,,Image,img,80,\n";

        RunResult many = apply(rows, ApplyOptions.standard().withMaxCreate(1), never);
        RunResult strict = apply(rows, ApplyOptions.standard().withStrict(true), never);

        assertThat(many.stop()).extracting(RunStop::kind).isEqualTo(RunStop.Kind.MAX_CREATE);
        assertThat(strict.stop()).extracting(RunStop::kind).isEqualTo(RunStop.Kind.STRICT);
        assertThat(many.summary().count(Outcome.PENDING)).isEqualTo(2);
        assertThat(strict.summary().count(Outcome.INVALID)).isEqualTo(1);
        assertThat(emulator.jobs()).isEmpty();
    }

    @Test
    void leavesEveryRowPendingWhenTheServiceDoesNotSayWhatIsThere() throws Exception {
        List<@Nullable RunStop> told = new ArrayList<>();
        emulator.faults().next("DescribeReplicationJobs", FaultEffect.of(Fault.DROP_BEFORE));
        ProvisionOptions once = new ProvisionOptions(1, Backoff.standard(), Duration.ZERO, true, Duration.ZERO);
        RunListener listener = new RunListener() {
            @Override
            public void planned(Plan plan, @Nullable RunStop stop) {
                told.add(stop);
            }
        };

        RunResult result = new ApplyRun(
                        new AccountAccess<>(client, journal, pace, once, Clock.systemUTC()),
                        ApplyOptions.standard(),
                        Consent.GIVEN,
                        listener)
                .run(checked(row("s-1", "web-1")));

        assertThat(told)
                .singleElement()
                .extracting(stop -> stop == null ? null : stop.kind())
                .isEqualTo(RunStop.Kind.OUTAGE);
        assertThat(result.rows()).extracting(RowOutcome::outcome).containsExactly(Outcome.PENDING);
        assertThat(result.failure()).isNull();
    }

    @Test
    void keepsEveryCallToThePaceReadsIncluded() throws Exception {
        AtomicInteger waits = new AtomicInteger();
        // Time stands still, so every call but the first has to wait for its moment.
        pace = new Pace(PaceOptions.standard().withRate(5), () -> 0L, waited -> waits.incrementAndGet());
        emulator.addSource(EmulatedSource.available("s-bp1", "db-host"));

        RunResult result = apply(row("s-1", "web-1") + ",db-host,db-1,w,cn-hangzhou,Image,img-db,80,\n");

        assertThat(result.summary().count(Outcome.CREATED)).isEqualTo(2);
        assertThat(waits.get() + 1L).isEqualTo(emulator.journal().total());
        assertThat(result.summary().calls().calls())
                .isEqualTo(emulator.journal().total());
    }

    private static String row(String source, String name) {
        return source + ",," + name + ",w,cn-hangzhou,Image,img-" + name + ",80,old\n";
    }

    private RunResult apply(String rows) throws Exception {
        return apply(rows, ApplyOptions.standard(), Consent.GIVEN);
    }

    private RunResult apply(String rows, ApplyOptions options, Consent consent) throws Exception {
        return new ApplyRun(AccountAccess.of(client, journal, pace), options, consent, new RunListener() {})
                .run(checked(rows));
    }

    private CheckedRows checked(String rows) throws Exception {
        Path sheet = Files.writeString(folder.resolve("wave.csv"), HEADER + rows);
        return CheckedRows.of(CheckedStream.of(
                WaveInput.of(List.of(sheet), null, null),
                CheckContext.at(Instant.now()).namesLookedUp(),
                row -> true));
    }
}
