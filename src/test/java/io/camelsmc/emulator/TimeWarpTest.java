package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock by which jobs live runs fast and can be moved; what clients sign stays good. */
class TimeWarpTest {

    private final MovedClock clock = new MovedClock();

    @Test
    void letsAnHourOfAJobPassInASecond() throws Exception {
        try (SmcEmulator emulator = started(3600.0)) {
            EmulatedJob job = emulator.createJob(Map.of("RegionId", "cn-hangzhou", "SourceId", "s-1"));
            Instant created = job.createdAt();

            clock.move(Duration.ofSeconds(2));
            assertThat(Duration.between(created, emulator.settings().now())).isEqualTo(Duration.ofHours(2));
            emulator.settings().speed(60);
            clock.move(Duration.ofSeconds(60));

            assertThat(Duration.between(created, emulator.settings().now())).isEqualTo(Duration.ofHours(3));
            clock.move(Duration.ofHours(12));
            assertThat(emulator.jobs().get(0).status()).isEqualTo(EmulatedStatus.EXPIRED);
        }
    }

    @Test
    void takesSignaturesOfBothClocksAndOfNoOther() throws Exception {
        try (SmcEmulator emulator = started(3600.0)) {
            clock.move(Duration.ofSeconds(10));

            assertThat(codeAt(emulator, clock.instant())).isEmpty();
            assertThat(codeAt(emulator, emulator.settings().now())).isEmpty();
            assertThat(codeAt(emulator, clock.instant().plus(Duration.ofHours(5))))
                    .isEmpty();
            assertThat(codeAt(emulator, clock.instant().minus(Duration.ofMinutes(16))))
                    .isEqualTo("InvalidTimeStamp.Expired");
            assertThat(codeAt(emulator, emulator.settings().now().plus(Duration.ofMinutes(16))))
                    .isEqualTo("InvalidTimeStamp.Expired");
        }
    }

    @Test
    void refusesANonceAgainHoweverFastItsTimePasses() throws Exception {
        try (SmcEmulator emulator = started(3600.0)) {
            TestCall call = TestCall.of("DescribeReplicationJobs");
            call.time = clock.instant();
            assertThat(call.send(emulator).status()).isEqualTo(200);

            clock.move(Duration.ofMinutes(10));

            assertThat(call.send(emulator).code()).isEqualTo("SignatureNonceUsed");
        }
    }

    @Test
    void remembersAClientTokenByTheTimeOfItsClients() throws Exception {
        try (SmcEmulator emulator = started(3600.0)) {
            String first = create(emulator);
            clock.move(Duration.ofMinutes(10));

            assertThat(create(emulator)).isEqualTo(first);
            clock.move(Duration.ofHours(24));
            assertThat(create(emulator)).isNotEqualTo(first);
        }
    }

    @Test
    void movesForwardWithoutARefusalWhenItHasASpeed() throws Exception {
        try (SmcEmulator warped = started(1.0);
                SmcEmulator plain = started(null)) {
            warped.settings().advance(Duration.ofDays(1));
            plain.settings().advance(Duration.ofDays(1));

            assertThat(codeAt(warped, clock.instant())).isEmpty();
            assertThat(codeAt(plain, clock.instant())).isEqualTo("InvalidTimeStamp.Expired");
        }
    }

    @Test
    void isBackAtTheClockOfTheMachineAfterAReset() throws Exception {
        try (SmcEmulator emulator = started(3600.0)) {
            clock.move(Duration.ofSeconds(10));
            emulator.settings().pass(Duration.ofDays(3));

            emulator.reset();

            assertThat(emulator.settings().now()).isEqualTo(clock.instant());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, 2_000_000})
    void hasNoSpeedThatMakesNoSense(double speed) {
        assertThatThrownBy(() -> EmulatorOptions.builder().speed(speed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("speed takes numbers above 0 up to a million");
    }

    private String create(SmcEmulator emulator) throws Exception {
        TestCall call = TestCall.create("s-1", "ClientToken", "t-1");
        call.time = clock.instant();
        TestCall.Reply reply = call.send(emulator);
        emulator.jobs().forEach(job -> emulator.putJob(job.jobId(), EmulatedStatus.FINISHED));
        return reply.jobId();
    }

    private static String codeAt(SmcEmulator emulator, Instant signed) throws Exception {
        TestCall call = TestCall.of("DescribeReplicationJobs");
        call.time = signed;
        return call.send(emulator).code();
    }

    private SmcEmulator started(@Nullable Double speed) throws Exception {
        return SmcEmulator.start(
                EmulatorOptions.builder().clock(clock).speed(speed).build());
    }

    /** A clock that a test moves. */
    private static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2026-01-15T08:30:00Z");

        void move(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
