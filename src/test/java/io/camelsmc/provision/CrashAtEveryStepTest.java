package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.client.SmcException;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultPlan;
import io.camelsmc.emulator.Quirk;
import io.camelsmc.spec.ReplicationJobSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Case K1: the process dies at each step in turn, on the real emulator and the real journal; one rerun is enough. */
class CrashAtEveryStepTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path state;

    static Stream<Arguments> scenarios() {
        List<Arguments> names = List.of(
                scenario("nothing goes wrong", faults -> {}),
                scenario("the answer is lost", faults -> faults.next(Fault.ACCEPT_THEN_DROP)),
                scenario("the request is lost", faults -> faults.next(Fault.DROP_BEFORE)),
                scenario("the service throttles", faults -> faults.next(Fault.THROTTLE)),
                scenario(
                        "the name is refused",
                        faults -> faults.next(FaultEffect.error(400, "ReplicationJobName.Duplicate", "taken")
                                .afterCommit())),
                scenario("both requests are lost", faults -> faults.next(Fault.DROP_BEFORE)
                        .next(Fault.ERROR_500)));
        List<Set<Quirk>> services = List.of(
                EnumSet.noneOf(Quirk.class), EnumSet.of(Quirk.IGNORE_CLIENT_TOKENS, Quirk.SEVERAL_JOBS_PER_SOURCE));
        return names.stream()
                .flatMap(name -> services.stream().map(quirks -> Arguments.of(name.get()[0], quirks, name.get()[1])));
    }

    private static Arguments scenario(String name, Consumer<FaultPlan> faults) {
        return Arguments.of(name, faults);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("scenarios")
    void oneRerunEndsWithOneJobWhereverTheProcessDied(String name, Set<Quirk> quirks, Consumer<FaultPlan> faults) {
        try (Bench bench = Bench.on(state, builder -> builder.quirks(quirks), Bench.OPTIONS)) {
            boolean died = true;
            int step = 0;
            while (died) {
                step++;
                ReplicationJobSpec spec = Bench.spec("s-" + step);
                bench.faults().clear();
                faults.accept(bench.faults());

                died = diesAt(bench, spec, step);

                bench.faults().clear();
                assertThat(bench.provision(spec))
                        .as("rerun after dying at step %d", step)
                        .isIn("created", "adopted", "unchanged");
                bench.assertOneAtMost(spec);
                assertThat(bench.record(spec).state().jobExists()).isTrue();
            }
            assertThat(step).as("steps of one row").isGreaterThan(8);
            assertThat(bench.jobs()).hasSize(step);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("scenarios")
    void oneRerunIsEnoughForARowThatACensusAnswered(String name, Set<Quirk> quirks, Consumer<FaultPlan> faults)
            throws Exception {
        try (Bench bench = Bench.on(state, builder -> builder.quirks(quirks), Bench.OPTIONS)) {
            boolean died = true;
            for (int step = 1; died; step++) {
                Steps steps = new Steps(0);
                Provisioner mortal = Bench.provisioner(
                        steps.over(bench.client), steps.over(bench.journal), Bench.OPTIONS, bench.time);
                bench.faults().clear();
                for (int i = 0; i < 8; i++) {
                    mortal.provision(Bench.spec("s-" + step + "warm" + i));
                }
                ReplicationJobSpec spec = Bench.spec("s-" + step);
                int asked = bench.reads().size();
                faults.accept(bench.faults());
                steps.dieIn(step);

                died = dies(mortal, spec);

                bench.faults().clear();
                if (step == 1) {
                    assertThat(bench.reads()).as("a census answered the row").hasSize(asked);
                }
                assertThat(bench.provision(spec))
                        .as("rerun after dying at step %d", step)
                        .isIn("created", "adopted", "unchanged");
                bench.assertOneAtMost(spec);
                assertThat(bench.record(spec).state().jobExists()).isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("scenarios")
    void dyingOfTheRerunToo(String name, Set<Quirk> quirks, Consumer<FaultPlan> faults) {
        try (Bench bench = Bench.on(state, builder -> builder.quirks(quirks), Bench.OPTIONS)) {
            int row = 0;
            for (int first = 4; first <= 8; first += 2) {
                for (int second = 1; second <= 9; second += 2) {
                    ReplicationJobSpec spec = Bench.spec("s-" + row++);
                    bench.faults().clear();
                    faults.accept(bench.faults());
                    diesAt(bench, spec, first);
                    bench.time.pass(Duration.ofSeconds(second));
                    diesAt(bench, spec, second);

                    bench.faults().clear();
                    assertThat(bench.provision(spec)).isIn("created", "adopted", "unchanged");
                    bench.assertOneAtMost(spec);
                }
            }
            assertThat(bench.jobs()).hasSize(row);
        }
    }

    private static boolean diesAt(Bench bench, ReplicationJobSpec spec, int step) {
        Steps steps = new Steps(step);
        Provisioner mortal =
                Bench.provisioner(steps.over(bench.client), steps.over(bench.journal), Bench.OPTIONS, bench.time);
        return dies(mortal, spec);
    }

    private static boolean dies(Provisioner mortal, ReplicationJobSpec spec) {
        try {
            mortal.provision(spec);
            return false;
        } catch (Steps.Death e) {
            return true;
        } catch (SmcException e) {
            return false;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
