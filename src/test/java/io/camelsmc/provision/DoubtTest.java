package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.client.SmcConflictException;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.emulator.Quirk;
import io.camelsmc.job.JobRequest;
import io.camelsmc.provision.pace.Backoff;
import io.camelsmc.provision.pace.DoubtPolicy;
import io.camelsmc.provision.pace.ProvisionOptions;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.JobState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases A11 and A15, and what may not happen while a request may still have its effect. */
class DoubtTest {

    private static final ReplicationJobSpec SPEC = Bench.spec("s-1");
    private static final Duration LAG = Duration.ofSeconds(20);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path state;

    static Stream<Arguments> laggingServices() {
        List<Set<Quirk>> services = List.of(
                EnumSet.noneOf(Quirk.class),
                EnumSet.of(Quirk.IGNORE_CLIENT_TOKENS),
                EnumSet.of(Quirk.FORGET_CLIENT_TOKENS, Quirk.SEVERAL_JOBS_PER_SOURCE),
                EnumSet.of(Quirk.IGNORE_CLIENT_TOKENS, Quirk.SEVERAL_JOBS_PER_SOURCE));
        return Stream.of(DoubtPolicy.values())
                .flatMap(policy -> services.stream().map(quirks -> Arguments.of(policy, quirks)));
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("laggingServices")
    void makesOneJobWhenListingsLagBehindCreates(DoubtPolicy policy, Set<Quirk> quirks) {
        try (Bench bench =
                Bench.on(state, builder -> builder.readBackLag(LAG).quirks(quirks), Bench.OPTIONS.with(policy))) {
            bench.faults().next(Fault.ACCEPT_THEN_DROP);

            bench.provision(SPEC);

            bench.assertOneAtMost(SPEC);
            bench.assertRerunsEndWithOneJob(SPEC);
        }
    }

    @Test
    void makesOneJobWhenNoRuleOfTheServiceHoldsIfTimeIsTrustedAlone() {
        try (Bench bench = noRuleHolds(DoubtPolicy.WAIT_FOR_EXPIRY)) {
            bench.faults().next(Fault.ACCEPT_THEN_DROP);

            assertThat(bench.provision(SPEC)).isEqualTo("outcome-unknown");
            assertThat(bench.provision(SPEC)).isEqualTo("outcome-unknown");
            assertThat(bench.creates()).hasSize(1);

            bench.time.pass(Duration.ofMinutes(1));
            assertThat(bench.provision(SPEC)).isEqualTo("adopted");
            assertThat(bench.jobs()).hasSize(1);
        }
    }

    @Test
    void doesNotSendAgainWhileTheSourceItselfShowsAJobThatNoListingShows() {
        try (Bench bench = noRuleHolds(DoubtPolicy.ASK_AND_RESEND)) {
            bench.faults().next(Fault.ACCEPT_THEN_DROP);

            assertThat(bench.provision(SPEC)).isEqualTo("outcome-unknown");

            assertThat(bench.creates()).hasSize(1);
            bench.assertRerunsEndWithOneJob(SPEC);
        }
    }

    @Test
    void waitsForTheExpiryOfARequestThatWasLostUnderThatPolicyAndThenSendsTheSameToken() {
        try (Bench bench = noRuleHolds(DoubtPolicy.WAIT_FOR_EXPIRY)) {
            bench.faults().next(Fault.DROP_BEFORE);
            assertThat(bench.provision(SPEC)).isEqualTo("outcome-unknown");

            bench.time.pass(Duration.ofMinutes(19));
            assertThat(bench.provision(SPEC)).isEqualTo("outcome-unknown");
            assertThat(bench.creates()).hasSize(1);

            bench.time.pass(Duration.ofMinutes(1));
            assertThat(bench.provision(SPEC)).isEqualTo("created");
            assertThat(bench.emulator.journal().tokens())
                    .hasSize(2)
                    .containsOnly(bench.record(SPEC).token().value());
        }
    }

    @Test
    void countsTheExpiryFromTheLastRequestNotFromTheFirst() {
        try (Bench bench = Bench.on(state)) {
            bench.faults().next(Fault.DROP_BEFORE).next(Fault.DROP_BEFORE).next(Fault.DROP_BEFORE);
            Instant before = bench.time.instant();
            bench.provision(SPEC);
            Instant first = bench.record(SPEC).intendedAt();
            assertThat(first).isAfter(before.plusSeconds(5));

            bench.time.pass(Duration.ofMinutes(10));
            bench.faults().next(Fault.DROP_BEFORE).next(Fault.DROP_BEFORE).next(Fault.DROP_BEFORE);
            bench.provision(SPEC);

            assertThat(bench.record(SPEC).intendedAt()).isAfter(first.plus(Duration.ofMinutes(10)));
            bench.time.pass(Duration.ofMinutes(10));
            assertThat(bench.provision(Bench.edited(SPEC))).isEqualTo("outcome-unknown");
            assertThat(bench.creates()).hasSize(6);
        }
    }

    /** An edited row whose former version is hidden by a slow listing is not told that a stranger holds its source. */
    @Test
    void doubtsAnEmptyListingEvenAfterTheExpiryWhileTheSourceSaysThatItHasAJob() {
        try (Bench bench = Bench.on(state, builder -> builder.readBackLag(Duration.ofMinutes(30)), Bench.OPTIONS)) {
            EditsAndGenerationsTest.leaveInDoubt(bench, SPEC, Fault.ACCEPT_THEN_DROP);
            bench.time.pass(Duration.ofMinutes(21));

            assertThat(bench.provision(Bench.edited(SPEC))).isEqualTo("outcome-unknown");
            assertThat(bench.provision(SPEC)).isEqualTo("outcome-unknown");
            assertThat(bench.creates()).hasSize(1);

            bench.time.pass(Duration.ofMinutes(10));
            assertThat(bench.provision(Bench.edited(SPEC))).isEqualTo("conflict");
            assertThat(bench.state(SPEC)).isEqualTo(JobState.ADOPTED);
            bench.assertOneAtMost(SPEC);
        }
    }

    /** Somebody else's job may carry our source and even our name; one field that differs makes it somebody else's. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void neverAdoptsAJobUnderTheRowsNameWithOtherValues(boolean inDoubt) {
        try (Bench bench = Bench.on(state)) {
            if (inDoubt) {
                EditsAndGenerationsTest.leaveInDoubt(bench, SPEC, Fault.DROP_BEFORE);
            }
            int creates = bench.creates().size();
            Map<String, String> other = new TreeMap<>(
                    JobRequest.of(bench.key(SPEC).account(), Bench.edited(SPEC)).parameters());
            String jobId = bench.emulator.createJob(other).jobId();

            assertThatThrownBy(() -> bench.provisioner.provision(SPEC))
                    .isInstanceOf(SmcConflictException.class)
                    .hasMessageContaining(jobId)
                    .hasMessageContaining("120");

            assertThat(bench.creates()).hasSize(creates);
            assertThat(bench.journal.list()).noneMatch(record -> record.state().jobExists());
        }
    }

    /** A job that the account may never see must not block its row for ever. */
    @Test
    void tellsAConflictOnceTheListingHadTimeEnoughToShowTheJobOfTheSource() {
        try (Bench bench = Bench.on(state, builder -> builder.readBackLag(Duration.ofDays(1)), Bench.OPTIONS)) {
            EditsAndGenerationsTest.leaveInDoubt(bench, SPEC, Fault.ACCEPT_THEN_DROP);
            bench.time.pass(Duration.ofMinutes(36));

            assertThat(bench.provision(Bench.edited(SPEC))).isEqualTo("conflict");

            bench.assertOneAtMost(SPEC);
        }
    }

    /** The answer to a resend says nothing about the request before it. */
    @ParameterizedTest
    @ValueSource(strings = {"Throttling.User", "InvalidParameter", "Forbidden", "QuotaExceeded.ReplicationJob"})
    void staysInDoubtWhenTheResendIsRefused(String code) {
        try (Bench bench = Bench.on(state, builder -> builder.readBackLag(LAG), Bench.OPTIONS)) {
            bench.faults().next(FaultEffect.of(Fault.LATE_COMMIT).lasting(Duration.ofMillis(60)));
            bench.faults().add(FaultRule.on("CreateReplicationJob").times(3).then(FaultEffect.error(400, code, "no")));

            bench.provision(SPEC);

            assertThat(bench.state(SPEC)).isEqualTo(JobState.INTENT);
            bench.time.pass(Duration.ofMinutes(1));
            assertThat(bench.provision(Bench.edited(SPEC))).isIn("conflict", "outcome-unknown", "access", "quota");
            assertThat(bench.emulator.journal().tokens())
                    .as("the edited row was not sent")
                    .containsOnly(bench.record(SPEC).token().value());
            bench.assertOneAtMost(SPEC);
            bench.assertRerunsEndWithOneJob(SPEC);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IGNORE_CLIENT_TOKENS", "FORGET_CLIENT_TOKENS"})
    void staysInDoubtWhenTheResendMeetsAJobThatNoListingShowsYet(Quirk quirk) {
        try (Bench bench = Bench.on(
                state,
                builder -> builder.readBackLag(Duration.ofMinutes(1)).quirks(EnumSet.of(quirk)),
                Bench.OPTIONS)) {
            bench.faults().next(Fault.ACCEPT_THEN_DROP);
            bench.faults()
                    .add(FaultRule.on("DescribeSourceServers")
                            .times(1)
                            .then(FaultEffect.error(400, "InvalidParameter", "no")));

            assertThat(bench.provision(SPEC)).isEqualTo("outcome-unknown");

            assertThat(bench.creates()).hasSize(2);
            assertThat(bench.state(SPEC)).isEqualTo(JobState.INTENT);
            assertThat(bench.provision(Bench.edited(SPEC))).isEqualTo("outcome-unknown");
            assertThat(bench.creates()).hasSize(2);
            bench.assertRerunsEndWithOneJob(SPEC);
        }
    }

    @Test
    void settlesTheRefusalOfAResendOnceTheFirstRequestHasExpired() {
        try (Bench bench = Bench.on(state)) {
            bench.faults().next(Fault.DROP_BEFORE);
            bench.faults()
                    .add(FaultRule.on("CreateReplicationJob").then(FaultEffect.error(400, "InvalidParameter", "no")));
            assertThat(bench.provision(SPEC)).isEqualTo("outcome-unknown");
            assertThat(bench.state(SPEC)).isEqualTo(JobState.INTENT);

            bench.time.pass(Duration.ofMinutes(21));

            assertThat(bench.provision(SPEC)).isEqualTo("rejected");
            assertThat(bench.state(SPEC)).isEqualTo(JobState.REJECTED);
            assertThat(bench.creates()).hasSize(3);
        }
    }

    @Test
    void staysInDoubtWhenTheServiceDoesNotAnswerTheQuestionEither() {
        try (Bench bench = Bench.on(state)) {
            bench.faults().add(FaultRule.on("DescribeReplicationJobs").nth(2).then(Fault.ERROR_500));
            bench.faults().next(Fault.ACCEPT_THEN_DROP);
            assertThat(bench.provision(SPEC))
                    .as("one failed read is tried again")
                    .isEqualTo("adopted");

            ReplicationJobSpec other = Bench.spec("s-2");
            bench.faults().clear();
            bench.faults().add(FaultRule.on("DescribeReplicationJobs").every(1).then(Fault.DROP_BEFORE));
            ProvisionOptions blind =
                    new ProvisionOptions(3, Backoff.standard(), Duration.ofSeconds(3), false, Duration.ofSeconds(60));
            bench.faults().next(Fault.ACCEPT_THEN_DROP);
            Bench blindly = bench.with(bench.journal, blind);
            assertThat(blindly.provision(other)).isEqualTo("outcome-unknown");

            assertThat(bench.state(other)).isEqualTo(JobState.INTENT);
            assertThat(bench.creates()).hasSize(2);
            blindly.client.close();
            bench.assertRerunsEndWithOneJob(other);
        }
    }

    @Test
    void stopsTheAccountWhenTheQuestionIsForbidden() {
        ProvisionOptions blind =
                new ProvisionOptions(3, Backoff.standard(), Duration.ofSeconds(3), false, Duration.ofSeconds(60));
        try (Bench bench = Bench.on(state, builder -> builder, blind)) {
            bench.faults().next(Fault.ACCEPT_THEN_DROP);
            bench.faults()
                    .add(FaultRule.on("DescribeReplicationJobs")
                            .then(FaultEffect.error(403, "Forbidden.Unauthorized", "no")));

            assertThat(bench.provision(SPEC)).isEqualTo("access");
            assertThat(bench.provision(Bench.spec("s-2"))).isEqualTo("access");

            assertThat(bench.creates()).hasSize(1);
            assertThat(bench.state(SPEC)).isEqualTo(JobState.INTENT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"IdempotentParameterMismatch", "IdempotenceParamNotMatch"})
    void neverChangesTheTokenToGetPastAMismatch(String code) {
        try (Bench bench = Bench.on(state)) {
            bench.faults().next(FaultEffect.error(400, code, "no"));
            assertThat(bench.provision(SPEC)).isEqualTo("conflict");

            bench.faults().next(FaultEffect.error(400, code, "no"));
            assertThat(bench.provision(SPEC)).isEqualTo("conflict");
            assertThat(bench.emulator.journal().tokens())
                    .hasSize(2)
                    .containsOnly(bench.record(SPEC).token().value());
        }
    }

    @Test
    void adoptsTheJobBehindAMismatchWhenItIsOurs() {
        try (Bench bench = Bench.on(state)) {
            bench.faults()
                    .next(FaultEffect.error(400, "IdempotentParameterMismatch", "no")
                            .afterCommit());

            assertThat(bench.provision(SPEC)).isEqualTo("adopted");
            bench.assertOneAtMost(SPEC);
        }
    }

    @Test
    void reportsARowThatReusesTheTokenOfAnotherAsAConflict() {
        try (Bench bench = Bench.on(state)) {
            ReplicationJobSpec one =
                    SPEC.toBuilder().set(SpecField.CLIENT_TOKEN, "mine").build();
            ReplicationJobSpec two = Bench.spec("s-2").toBuilder()
                    .set(SpecField.CLIENT_TOKEN, "mine")
                    .build();

            assertThat(bench.provision(one)).isEqualTo("created");
            assertThat(bench.provision(two)).isEqualTo("conflict");

            assertThat(bench.emulator.journal().tokens()).containsExactly("mine", "mine");
            assertThat(bench.jobs()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPT_THEN_DROP", "DROP_BEFORE"})
    void usesTheTokenThatTheRowGivesForEveryRequest(Fault fault) {
        try (Bench bench = Bench.on(state)) {
            ReplicationJobSpec spec =
                    SPEC.toBuilder().set(SpecField.CLIENT_TOKEN, "mine").build();
            bench.faults().next(fault);

            assertThat(bench.provision(spec)).isIn("adopted", "created");

            assertThat(bench.emulator.journal().tokens()).containsOnly("mine");
            bench.assertOneAtMost(spec);
        }
    }

    @Test
    void takesTheJobOfAnAnswerThatWasLostEvenAmongManyJobsOfALooselyFilteredListing() {
        try (Bench bench = Bench.on(
                state, builder -> builder.quirks(EnumSet.of(Quirk.LOOSE_FILTERS, Quirk.PAGE_SHIFT)), Bench.OPTIONS)) {
            for (int i = 0; i < 60; i++) {
                bench.emulator.createJob(java.util.Map.of("RegionId", "cn-hangzhou", "SourceId", "s-1" + i));
            }
            bench.faults().next(Fault.ACCEPT_THEN_DROP);

            assertThat(bench.provision(SPEC)).isEqualTo("adopted");
            bench.assertOneAtMost(SPEC);
        }
    }

    private Bench noRuleHolds(DoubtPolicy policy) {
        return Bench.on(
                state,
                builder -> builder.readBackLag(LAG)
                        .quirks(EnumSet.of(
                                Quirk.IGNORE_CLIENT_TOKENS,
                                Quirk.SEVERAL_JOBS_PER_SOURCE,
                                Quirk.SEVERAL_JOBS_PER_NAME)),
                Bench.OPTIONS.with(policy));
    }
}
