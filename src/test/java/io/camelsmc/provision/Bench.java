package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.StaticCredentials;
import io.camelsmc.client.http.SmcClientConfig;
import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.EmulatorOptionsBuilder;
import io.camelsmc.emulator.FaultPlan;
import io.camelsmc.emulator.JournalEntry;
import io.camelsmc.emulator.SmcEmulator;
import io.camelsmc.provision.pace.Backoff;
import io.camelsmc.provision.pace.Pace;
import io.camelsmc.provision.pace.PaceOptions;
import io.camelsmc.provision.pace.ProvisionOptions;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TargetType;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import io.camelsmc.state.Journal;
import io.camelsmc.state.JournalOptions;
import io.camelsmc.state.Journals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A provisioner over a real emulator and a real journal, with short deadlines and a clock that sleeps move. */
public final class Bench implements AutoCloseable {

    static final ProvisionOptions OPTIONS =
            new ProvisionOptions(3, Backoff.standard(), Duration.ofSeconds(3), true, Duration.ofSeconds(60));

    /** Longer than any answer takes on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    public final TestTime time;
    public final SmcEmulator emulator;
    final Journal journal;
    final SmcClient client;
    final Provisioner provisioner;

    private Bench(TestTime time, SmcEmulator emulator, Journal journal, ProvisionOptions options, Duration patience) {
        this.time = time;
        this.emulator = emulator;
        this.journal = journal;
        this.client = client(emulator, time, patience);
        this.provisioner = provisioner(client, journal, options, time);
    }

    public static Bench on(Path state) {
        return on(state, UnaryOperator.identity(), OPTIONS);
    }

    public static Bench on(Path state, UnaryOperator<EmulatorOptionsBuilder> service, ProvisionOptions options) {
        return on(state, service, options, PATIENCE);
    }

    /** With a client that waits so long for an answer, and twice as long in all. */
    public static Bench on(
            Path state, UnaryOperator<EmulatorOptionsBuilder> service, ProvisionOptions options, Duration patience) {
        TestTime time = TestTime.fromNow();
        return new Bench(time, emulator(time, service), open(state, time), options, patience);
    }

    /** Another process on the same service, with the state of another directory. */
    Bench withState(Path state) {
        return new Bench(time, emulator, open(state, time), OPTIONS, PATIENCE);
    }

    /** The same service through another journal or with other options. */
    Bench with(Journal other, ProvisionOptions options) {
        return new Bench(time, emulator, other, options, PATIENCE);
    }

    public static SmcEmulator emulator(TestTime time, UnaryOperator<EmulatorOptionsBuilder> service) {
        try {
            return SmcEmulator.start(
                    service.apply(EmulatorOptions.builder().clock(time)).build());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Journal open(Path state, TestTime time) {
        return Journals.open(state.toString(), JournalOptions.defaults().withClock(time));
    }

    static SmcClient client(SmcEmulator emulator, TestTime time, Duration patience) {
        SmcClientConfig config = SmcClientConfig.defaults()
                .withEndpoint(emulator.endpoint())
                .withTimeouts(PATIENCE, patience, patience.multipliedBy(2));
        return SmcClients.create(
                config, new StaticCredentials("testid", "testsecret", null), time, () -> UUID.randomUUID()
                        .toString());
    }

    static Provisioner provisioner(SmcClient client, Journal journal, ProvisionOptions options, TestTime time) {
        return new Provisioner(
                client,
                journal,
                (spec, now) -> List.of(),
                options,
                new Pace(PaceOptions.standard(), time::nanos, time),
                time,
                time,
                () -> 0,
                time::nanos);
    }

    public static ReplicationJobSpec spec(String source) {
        return ReplicationJobSpec.builder()
                .sourceId(source)
                .regionId("cn-hangzhou")
                .set(SpecField.TARGET_TYPE_FIELD, TargetType.IMAGE)
                .set(SpecField.IMAGE_NAME, "image-" + source)
                .set(SpecField.SYSTEM_DISK_SIZE, 80)
                .set(SpecField.DESCRIPTION, "moves " + source)
                .build();
    }

    static ReplicationJobSpec edited(ReplicationJobSpec spec) {
        return spec.toBuilder().set(SpecField.SYSTEM_DISK_SIZE, 120).build();
    }

    public FaultPlan faults() {
        return emulator.faults();
    }

    /** How the row ends: the label of its outcome, or the class of its failure. */
    public String provision(ReplicationJobSpec spec) {
        try {
            return provisioner.provision(spec).outcome().label();
        } catch (SmcException e) {
            return e.errorClass().id();
        } catch (InvalidSpecException e) {
            return "invalid";
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    JobKey key(ReplicationJobSpec spec) {
        try {
            return JobKey.of(client.accountScope(), spec);
        } catch (SmcException e) {
            throw new AssertionError(e);
        }
    }

    JobRecord record(ReplicationJobSpec spec) {
        return journal.find(key(spec)).orElseThrow();
    }

    JobState state(ReplicationJobSpec spec) {
        return record(spec).state();
    }

    public List<JournalEntry> creates() {
        return emulator.journal().entries("CreateReplicationJob");
    }

    List<JournalEntry> reads() {
        return emulator.journal().entries("DescribeReplicationJobs");
    }

    List<EmulatedJob> jobs() {
        return emulator.jobs();
    }

    /** Ledger and journal agree: one job at most, and the record that says so names it. */
    void assertOneAtMost(ReplicationJobSpec spec) {
        List<String> made = jobs().stream()
                .filter(job -> job.sourceId().equals(spec.sourceId()))
                .map(EmulatedJob::jobId)
                .toList();
        assertThat(made).hasSizeLessThanOrEqualTo(1);
        JobRecord record = record(spec);
        if (record.state().jobExists()) {
            assertThat(made).containsExactly(record.jobId());
        }
    }

    /** After whatever happened, running again for a while ends with exactly one job that the journal knows. */
    void assertRerunsEndWithOneJob(ReplicationJobSpec spec) {
        faults().clear();
        String end = "";
        for (int run = 0; run < 4 && !end.equals("unchanged"); run++) {
            time.pass(Duration.ofMinutes(6));
            end = provision(spec);
        }
        assertThat(end).isEqualTo("unchanged");
        assertThat(state(spec).jobExists()).isTrue();
        assertOneAtMost(spec);
        assertThat(jobs())
                .filteredOn(job -> job.sourceId().equals(spec.sourceId()))
                .hasSize(1);
    }

    /** Ends this process; the service goes on. */
    void endProcess() {
        client.close();
        journal.close();
    }

    @Override
    public void close() {
        endProcess();
        emulator.close();
    }
}
