package io.camelsmc.provision.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.ErrorClass;
import io.camelsmc.client.ModifyReplicationJobAttributeRequest;
import io.camelsmc.client.SmcCall;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcFailure;
import io.camelsmc.client.SmcOperation;
import io.camelsmc.client.wire.Answer;
import io.camelsmc.provision.TestTime;
import io.camelsmc.spec.ReplicationJobSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetriesTest {

    private static final SmcCall<?> READ = DescribeReplicationJobsRequest.all();
    private static final SmcCall<?> WRITE = new ModifyReplicationJobAttributeRequest(
            "j-1", ReplicationJobSpec.builder().name("web-01").build());

    private final TestTime time = new TestTime(Instant.parse("2026-01-15T08:30:00Z"));
    private final Retries retries = new Retries(
            ProvisionOptions.standard(), new Pace(PaceOptions.standard(), time::nanos, time), time, () -> 0);

    /** A verb without a token. */
    private record Verb() implements SmcCall<String> {
        @Override
        public SmcOperation operation() {
            return SmcOperation.MODIFY_REPLICATION_JOB_ATTRIBUTE;
        }

        @Override
        public boolean isIdempotent() {
            return false;
        }

        @Override
        public SortedMap<String, String> parameters() {
            return new TreeMap<>();
        }

        @Override
        public String parse(Answer answer) {
            return answer.requestId();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "REJECTED, false",
        "CONFLICT, false",
        "QUOTA, true",
        "ACCESS, false",
        "THROTTLED, true",
        "UNAVAILABLE, true",
        "OUTCOME_UNKNOWN, true",
    })
    void classDecidesForReadsAndWritesAlike(ErrorClass errorClass, boolean again) throws Exception {
        assertThat(begin().again(READ, failure(errorClass, "Code"))).isEqualTo(again);
        assertThat(begin().again(WRITE, failure(errorClass, "Code"))).isEqualTo(again);
    }

    @ParameterizedTest
    @EnumSource(ErrorClass.class)
    void verbWithoutATokenNeverGoesAgainWhileItMayHaveHadItsEffect(ErrorClass errorClass) throws Exception {
        SmcException doubtful = errorClass.exception(
                SmcFailure.of("Verb", "Code", SmcFailure.Executed.UNKNOWN).build(), null);

        assertThat(begin().again(new Verb(), doubtful)).isFalse();
        assertThat(time.nanos()).isZero();
    }

    @Test
    void verbWithoutATokenGoesAgainWhenItCertainlyHadNoEffect() throws Exception {
        assertThat(begin().again(new Verb(), failure(ErrorClass.THROTTLED, "Throttling")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"InvalidTimeStamp.Expired", "IllegalTimestamp", "InvalidSecurityToken.Expired"})
    void whatTheClientHasCorrectedGoesAgainOnceWithoutAWait(String code) throws Exception {
        Retries.Tries tries = begin();

        assertThat(tries.again(READ, failure(ErrorClass.ACCESS, code))).isTrue();
        assertThat(tries.again(READ, failure(ErrorClass.ACCESS, code))).isFalse();
        assertThat(time.nanos()).isZero();
    }

    @Test
    void whatConcernsTheWholeAccountDoesNotGoAgain() throws Exception {
        SmcException failure = ErrorClass.QUOTA.exception(
                SmcFailure.of("Op", "InsufficientBalance", SmcFailure.Executed.NO)
                        .accountWide(true)
                        .build(),
                null);

        assertThat(begin().again(READ, failure)).isFalse();
    }

    @Test
    void endsAfterTheTriesThatAreAllowed() throws Exception {
        Retries.Tries tries = begin();

        assertThat(tries.again(READ, failure(ErrorClass.UNAVAILABLE, "Code"))).isTrue();
        assertThat(tries.again(READ, failure(ErrorClass.UNAVAILABLE, "Code"))).isTrue();
        assertThat(tries.again(READ, failure(ErrorClass.UNAVAILABLE, "Code"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"30, true", "61, false"})
    void waitsAsLongAsTheServiceAsksForWithinLimits(long seconds, boolean again) throws Exception {
        SmcException failure = ErrorClass.THROTTLED.exception(
                SmcFailure.of("Op", "Throttling", SmcFailure.Executed.NO)
                        .retryAfter(Duration.ofSeconds(seconds))
                        .build(),
                null);

        assertThat(begin().again(READ, failure)).isEqualTo(again);
        assertThat(time.nanos()).isEqualTo(again ? Duration.ofSeconds(seconds).toNanos() : 0);
    }

    @Test
    void neverWaitsBeyondTheDeadline() throws Exception {
        Retries.Tries tries = retries.begin("test", Deadline.after(Duration.ZERO, time::nanos));

        assertThat(tries.again(READ, failure(ErrorClass.UNAVAILABLE, "Code"))).isFalse();
    }

    private Retries.Tries begin() {
        return retries.begin("test", Deadline.after(Duration.ofMinutes(5), time::nanos));
    }

    private static SmcException failure(ErrorClass errorClass, String code) {
        return errorClass.exception(
                SmcFailure.of("Op", code, errorClass.executed()).build(), null);
    }
}
