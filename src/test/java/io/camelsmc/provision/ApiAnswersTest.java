package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.client.CredentialsSource;
import io.camelsmc.client.ErrorClass;
import io.camelsmc.client.ErrorEntry;
import io.camelsmc.client.ErrorTable;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.SmcCredentials;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.http.SmcClientConfig;
import io.camelsmc.emulator.EmulatedSource;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.emulator.Quirk;
import io.camelsmc.provision.pace.Backoff;
import io.camelsmc.provision.pace.ProvisionOptions;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.Intent;
import io.camelsmc.state.JobState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases A1 to A14: what each answer of the service makes of a row, its record and the rows after it. */
class ApiAnswersTest {

    private static final ReplicationJobSpec SPEC = Bench.spec("s-1");
    private static final ReplicationJobSpec NEXT = Bench.spec("s-2");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path state;

    static Stream<ErrorEntry> everyCode() {
        return ErrorTable.standard().entries().stream()
                .filter(entry -> entry.match() == ErrorEntry.Match.EXACT
                        && List.of("service", "gateway").contains(entry.origin()));
    }

    @ParameterizedTest
    @MethodSource("everyCode")
    void treatsEveryDocumentedCodeByItsClass(ErrorEntry entry) {
        try (Bench bench = Bench.on(state)) {
            int status = entry.http().get(0);
            bench.faults()
                    .add(FaultRule.on("CreateReplicationJob")
                            .sourceId("s-1")
                            .then(FaultEffect.error(status, entry.code(), "no")));

            String end = bench.provision(SPEC);
            String next = bench.provision(NEXT);

            boolean mismatch = Intent.TOKEN_HELD_BY_OTHER_VALUES.contains(entry.code());
            boolean curable = List.of("InvalidTimeStamp.Expired", "IllegalTimestamp", "InvalidSecurityToken.Expired")
                    .contains(entry.code());
            assertThat(end).isEqualTo(mismatch ? "conflict" : entry.errorClass().id());
            assertThat(bench.state(SPEC))
                    .isEqualTo(
                            switch (entry.errorClass()) {
                                case REJECTED -> JobState.REJECTED;
                                case CONFLICT -> JobState.CONFLICT;
                                case QUOTA, ACCESS, THROTTLED, UNAVAILABLE -> JobState.NOT_SENT;
                                case OUTCOME_UNKNOWN -> mismatch ? JobState.CONFLICT : JobState.INTENT;
                            });
            int creates =
                    switch (entry.errorClass()) {
                        case REJECTED, CONFLICT, QUOTA -> 1;
                        case ACCESS -> curable ? 2 : 1;
                        case THROTTLED, UNAVAILABLE -> 3;
                        case OUTCOME_UNKNOWN -> mismatch ? 1 : 3;
                    };
            assertThat(bench.creates()).hasSize(creates + (entry.accountWide() ? 0 : 1));
            assertThat(next).isEqualTo(entry.accountWide() ? entry.errorClass().id() : "created");
            assertThat(bench.jobs()).hasSize(entry.accountWide() ? 0 : 1);
            if (bench.state(SPEC) != JobState.INTENT) {
                assertThat(bench.record(SPEC).code()).isEqualTo(entry.code());
            }
        }
    }

    @Test
    void rejectsAnUnknownRefusalAndDoubtsAnUnknownFailure() {
        try (Bench bench = Bench.on(state)) {
            bench.faults().next(FaultEffect.error(418, "Some.NewCode", "no"));
            assertThat(bench.provision(SPEC)).isEqualTo("rejected");
            assertThat(bench.record(SPEC).code()).isEqualTo("Some.NewCode");

            bench.faults().next(FaultEffect.error(599, "Some.NewCode", "no"));
            assertThat(bench.provision(NEXT)).isEqualTo("created");
            assertThat(bench.creates()).hasSize(3);
        }
    }

    @Test
    void usesANewTokenOnlyAfterADefiniteRefusal() {
        try (Bench bench = Bench.on(state)) {
            bench.faults().next(FaultEffect.error(400, "InvalidParameter", "no"));
            bench.faults().next(Fault.THROTTLE);
            bench.provision(SPEC);
            bench.provision(SPEC);

            List<String> tokens = bench.emulator.journal().tokens();
            assertThat(tokens).hasSize(3);
            assertThat(tokens.get(1)).isNotEqualTo(tokens.get(0)).isEqualTo(tokens.get(2));
            assertThat(bench.record(SPEC).attempt()).isEqualTo(1);
        }
    }

    @Test
    void failsNoRowWhileTheServiceThrottlesForAMinute() {
        try (Bench bench = Bench.on(state)) {
            bench.faults()
                    .add(FaultRule.onAnyAction()
                            .between(bench.time.instant(), bench.time.instant().plusSeconds(60))
                            .then(Fault.THROTTLE));

            int rows = 20;
            int passes = 0;
            long open = rows;
            while (open > 0 && passes++ < 40) {
                open = 0;
                for (int i = 0; i < rows; i++) {
                    String end = bench.provision(Bench.spec("s-" + i));
                    assertThat(end).isIn("created", "unchanged", "throttled", "unavailable");
                    open += end.equals("created") || end.equals("unchanged") ? 0 : 1;
                }
            }

            assertThat(open).isZero();
            assertThat(bench.jobs()).hasSize(rows);
            long throttled = bench.emulator.journal().entries().stream()
                    .filter(entry -> entry.fault() != null)
                    .count();
            assertThat(throttled)
                    .as("first tries and what the budget of 500 pays for")
                    .isLessThan(40 * rows / 4);
        }
    }

    @Test
    void doesNotWaitForAnHourWhenAskedTo() {
        try (Bench bench = Bench.on(state)) {
            bench.faults()
                    .add(FaultRule.on("CreateReplicationJob")
                            .then(FaultEffect.of(Fault.THROTTLE).lasting(Duration.ofHours(1))));

            assertThat(bench.provision(SPEC)).isEqualTo("throttled");

            assertThat(bench.creates()).hasSize(1);
            assertThat(bench.time.sleeps).isEmpty();
            assertThat(bench.state(SPEC)).isEqualTo(JobState.NOT_SENT);
        }
    }

    @Test
    void waitsAsLongAsTheServiceAsksWhenThatIsLongerThanTheBackoff() {
        try (Bench bench = Bench.on(state)) {
            bench.faults().next(FaultEffect.of(Fault.THROTTLE).lasting(Duration.ofSeconds(40)));

            assertThat(bench.provision(SPEC)).isEqualTo("created");

            assertThat(bench.time.sleeps).contains(Duration.ofSeconds(40));
        }
    }

    @Test
    void givesUpAtTheTotalTimeWhateverTheServiceAsks() {
        ProvisionOptions patient = new ProvisionOptions(
                        100, Backoff.standard(), Duration.ofSeconds(3), true, Duration.ofSeconds(60))
                .withTotalTime(Duration.ofMinutes(2));
        try (Bench bench = Bench.on(state, builder -> builder, patient)) {
            bench.faults()
                    .add(FaultRule.on("CreateReplicationJob")
                            .then(FaultEffect.of(Fault.THROTTLE).lasting(Duration.ofSeconds(50))));

            assertThat(bench.provision(SPEC)).isEqualTo("throttled");

            assertThat(bench.time.nanos())
                    .isLessThanOrEqualTo(Duration.ofMinutes(2).toNanos());
            assertThat(bench.creates()).hasSize(3);
        }
    }

    @Test
    void adoptsOurOwnJobWhenItsNameIsTaken() {
        try (Bench bench = Bench.on(state)) {
            ReplicationJobSpec named = SPEC.toBuilder().name("web-01").build();
            bench.emulator.createJob(parametersOf(named));

            assertThat(bench.provision(named)).isEqualTo("adopted");
            assertThat(bench.creates()).isEmpty();
            bench.assertOneAtMost(named);
        }
    }

    @Test
    void namesTheJobOfAnotherSourceThatHoldsTheName() {
        try (Bench bench = Bench.on(state)) {
            ReplicationJobSpec named = SPEC.toBuilder().name("web-01").build();
            ReplicationJobSpec other = NEXT.toBuilder().name("web-01").build();
            String holder = bench.emulator.createJob(parametersOf(other)).jobId();

            assertThat(bench.provision(named)).isEqualTo("conflict");

            assertThat(bench.state(named)).isEqualTo(JobState.CONFLICT);
            assertThat(bench.record(named).message()).contains(holder);
            assertThat(bench.creates()).hasSize(1);
        }
    }

    @Test
    void namesTheForeignJobThatHoldsTheSourceAndSendsNothing() {
        try (Bench bench = Bench.on(state)) {
            String holder = bench.emulator
                    .createJob(Map.of("RegionId", "cn-hangzhou", "SourceId", "s-1", "Name", "by-hand"))
                    .jobId();

            SmcException conflict = org.junit.jupiter.api.Assertions.assertThrows(
                    SmcException.class, () -> bench.provisioner.provision(SPEC));

            assertThat(conflict.errorClass()).isEqualTo(ErrorClass.CONFLICT);
            assertThat(conflict).hasMessageContaining(holder);
            assertThat(bench.creates()).isEmpty();
        }
    }

    @Test
    void namesTheForeignJobThatCameBetweenTheLookAndTheCreate() {
        ProvisionOptions blind =
                new ProvisionOptions(3, Backoff.standard(), Duration.ofSeconds(3), false, Duration.ofSeconds(60));
        try (Bench bench = Bench.on(state, builder -> builder, blind)) {
            String holder = bench.emulator
                    .createJob(Map.of("RegionId", "cn-hangzhou", "SourceId", "s-1", "Name", "by-hand"))
                    .jobId();

            assertThat(bench.provision(SPEC)).isEqualTo("conflict");

            assertThat(bench.state(SPEC)).isEqualTo(JobState.CONFLICT);
            assertThat(bench.record(SPEC).message()).contains(holder);
            assertThat(bench.jobs()).hasSize(1);
        }
    }

    @Test
    void namesTheJobThatMakesAnImageOfTheSameName() {
        try (Bench bench = Bench.on(state)) {
            ReplicationJobSpec other = NEXT.toBuilder()
                    .set(SpecField.IMAGE_NAME, "image-s-1")
                    .name("other")
                    .build();
            String holder = bench.emulator.createJob(parametersOf(other)).jobId();

            assertThat(bench.provision(SPEC)).isEqualTo("conflict");
            assertThat(bench.record(SPEC).message()).contains(holder);
        }
    }

    @Test
    void rejectsASourceThatIsNotReady() {
        try (Bench bench = Bench.on(state)) {
            bench.emulator.addSource(
                    EmulatedSource.available("s-1", "web").withState("Unavailable", "SourceServer.Offline"));

            assertThat(bench.provision(SPEC)).isEqualTo("rejected");

            assertThat(bench.state(SPEC)).isEqualTo(JobState.REJECTED);
            assertThat(bench.record(SPEC).message()).contains("SourceServer.Offline");
        }
    }

    @Test
    void sendsNothingMoreWhenTheQuotaIsUsedUp() {
        try (Bench bench = Bench.on(state, builder -> builder.jobQuota(2), Bench.OPTIONS)) {
            for (int i = 0; i < 6; i++) {
                assertThat(bench.provision(Bench.spec("s-" + i))).isEqualTo(i < 2 ? "created" : "quota");
            }

            assertThat(bench.creates()).hasSize(3);
            assertThat(bench.journal.find(bench.key(Bench.spec("s-5")))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ROLE_MISSING", "REAL_NAME_MISSING", "PERMISSION_DENIED", "KEY_DISABLED"})
    void stopsAtTheFirstRefusalOfTheAccountAndGoesOnWhenItIsCured(Quirk quirk) {
        try (Bench bench = Bench.on(state)) {
            bench.emulator.settings().on(quirk);
            for (int i = 0; i < 5; i++) {
                assertThat(bench.provision(Bench.spec("s-" + i))).isEqualTo("access");
            }
            long calls = bench.emulator.journal().total();
            assertThat(calls).isLessThanOrEqualTo(2);

            bench.emulator.settings().off(quirk);
            bench.time.pass(AccountGate.CLOSED_FOR);
            for (int i = 0; i < 5; i++) {
                assertThat(bench.provision(Bench.spec("s-" + i))).isEqualTo("created");
            }
            assertThat(bench.jobs()).hasSize(5);
        }
    }

    @Test
    void fetchesASessionTokenAnewOnceAndRepeatsTheRow() {
        AtomicInteger refreshed = new AtomicInteger();
        CredentialsSource rotating = new CredentialsSource() {
            @Override
            public SmcCredentials current() {
                return new SmcCredentials("testid", "testsecret", "session-" + refreshed.get(), "test");
            }

            @Override
            public void refresh() {
                refreshed.incrementAndGet();
            }
        };
        try (Bench bench = Bench.on(state, builder -> builder, Bench.OPTIONS);
                SmcClient client = SmcClients.create(
                        SmcClientConfig.defaults().withEndpoint(bench.emulator.endpoint()),
                        rotating,
                        bench.time,
                        () -> UUID.randomUUID().toString())) {
            Provisioner provisioner = Bench.provisioner(client, bench.journal, Bench.OPTIONS, bench.time);
            bench.faults().next(Fault.SECURITY_TOKEN_EXPIRED);
            assertThat(end(provisioner, SPEC)).isEqualTo("created");
            assertThat(refreshed).hasValue(1);

            bench.faults().next(Fault.SECURITY_TOKEN_EXPIRED).next(Fault.SECURITY_TOKEN_EXPIRED);
            assertThat(end(provisioner, NEXT)).isEqualTo("access");
            assertThat(bench.creates()).hasSize(4);
            assertThat(bench.jobs()).hasSize(1);
        }
    }

    @Test
    void correctsItsClockOnceFromTheAnswer() {
        try (Bench bench = Bench.on(state)) {
            bench.emulator.settings().clockSkew(Duration.ofMinutes(40));

            assertThat(bench.provision(SPEC)).isEqualTo("created");
            assertThat(bench.provision(NEXT)).isEqualTo("created");
            assertThat(bench.reads()).hasSize(3);
            bench.assertOneAtMost(SPEC);
        }
    }

    @Test
    void stopsWhenTheCorrectedClockIsRefusedToo() {
        try (Bench bench = Bench.on(state)) {
            FaultEffect skewed = FaultEffect.of(Fault.CLOCK_SKEW).lasting(Duration.ofMinutes(20));
            bench.faults().next(skewed).next(skewed);

            assertThat(bench.provision(SPEC)).isEqualTo("access");

            assertThat(bench.creates()).hasSize(2);
            assertThat(bench.record(SPEC).message()).contains("the clock of this machine");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR_IN_200", "EMPTY_JOB_ID", "EMPTY_200"})
    void neverCountsAnAnswerWithoutAJobAsSuccess(Fault fault) {
        try (Bench bench = Bench.on(state)) {
            bench.faults()
                    .add(FaultRule.on("CreateReplicationJob")
                            .then(FaultEffect.of(fault).beforeCommit()));

            assertThat(bench.provision(SPEC)).isEqualTo("outcome-unknown");

            assertThat(bench.state(SPEC)).isEqualTo(JobState.INTENT);
            assertThat(bench.jobs()).isEmpty();
        }
    }

    private static String end(Provisioner provisioner, ReplicationJobSpec spec) {
        try {
            return provisioner.provision(spec).outcome().label();
        } catch (SmcException e) {
            return e.errorClass().id();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> parametersOf(ReplicationJobSpec spec) {
        return io.camelsmc.spec.CanonicalParameters.of(spec);
    }
}
