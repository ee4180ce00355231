package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.Quirk;
import io.camelsmc.provision.pace.DoubtPolicy;
import io.camelsmc.spec.ReplicationJobSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Case L7: the clock of this machine is slow, fast, or set while it runs; the service's clock is right. */
class WrongClockTest {

    private static final ReplicationJobSpec SPEC = Bench.spec("s-clock");

    @TempDir
    private Path state = Path.of("");

    /** The machine's clock goes one way, so the service seems to go the other. */
    private static void step(Bench bench, Duration machine, Duration behind) {
        bench.time.step(machine);
        bench.emulator.settings().clockSkew(behind);
    }

    @ParameterizedTest
    @CsvSource({"-20", "20"})
    void worksByTheServicesTimeOnceTheFirstReadWasRefused(long minutes) {
        try (Bench bench = Bench.on(state)) {
            step(bench, Duration.ofMinutes(minutes), Duration.ofMinutes(-minutes));

            assertThat(bench.provision(SPEC)).isEqualTo("created");
            assertThat(bench.reads()).hasSize(2);
            bench.assertRerunsEndWithOneJob(SPEC);
        }
    }

    /** No rule of the service holds, so that a resend before the first request has expired could make a second job. */
    @ParameterizedTest
    @CsvSource({"-14", "-40"})
    void aClockThatIsSetBackEndsNoDoubtEarly(long minutes) {
        try (Bench bench = Bench.on(
                state,
                builder -> builder.quirks(EnumSet.of(
                        Quirk.IGNORE_CLIENT_TOKENS, Quirk.SEVERAL_JOBS_PER_SOURCE, Quirk.SEVERAL_JOBS_PER_NAME)),
                Bench.OPTIONS.with(DoubtPolicy.WAIT_FOR_EXPIRY))) {
            bench.faults().next(Fault.DROP_BEFORE);
            assertThat(bench.provision(SPEC)).isEqualTo("outcome-unknown");

            step(bench, Duration.ofMinutes(minutes), Duration.ofMinutes(-minutes));
            for (int minute = 0; minute < 19; minute += 6) {
                bench.time.pass(Duration.ofMinutes(6));
                bench.provision(SPEC);
                assertThat(bench.creates()).hasSize(1);
            }
            bench.time.pass(Duration.ofMinutes(-minutes + 2));
            String end = bench.provision(SPEC);

            assertThat(end).isEqualTo("created");
            assertThat(bench.creates()).hasSize(2);
            bench.assertOneAtMost(SPEC);
        }
    }
}
