package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.client.SmcException;
import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultPlan;
import io.camelsmc.emulator.JournalEntry;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The process dies at each step of a change in turn, on the real emulator and the real journal; one rerun is enough. */
class UpdateCrashTest {

    private static final String MODIFY = "ModifyReplicationJobAttribute";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path state;

    static Stream<Arguments> scenarios() {
        return Stream.of(
                scenario("nothing goes wrong", faults -> {}),
                scenario("the answer is lost", faults -> next(faults, Fault.ACCEPT_THEN_DROP)),
                scenario("the request is lost", faults -> next(faults, Fault.DROP_BEFORE)),
                scenario("the service throttles", faults -> next(faults, Fault.THROTTLE)));
    }

    private static Arguments scenario(String name, Consumer<FaultPlan> faults) {
        return Arguments.of(name, faults);
    }

    private static void next(FaultPlan faults, Fault fault) {
        faults.next(MODIFY, FaultEffect.of(fault));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void oneRerunEndsWithTheChangeMadeAndRecorded(String name, Consumer<FaultPlan> faults) {
        try (Bench bench = Bench.on(state)) {
            boolean died = true;
            int step = 0;
            while (died) {
                step++;
                ReplicationJobSpec spec = Bench.spec("s-" + step);
                bench.provision(spec);
                ReplicationJobSpec edited = Bench.edited(spec);
                bench.faults().clear();
                faults.accept(bench.faults());

                died = diesAt(bench, edited, step);

                bench.faults().clear();
                int before = modifies(bench, spec).size();
                boolean changed = "120".equals(job(bench, spec).parameters().get("SystemDiskSize"));
                assertThat(update(bench, edited))
                        .as("rerun after dying at step %d", step)
                        .isIn("updated", "unchanged");
                assertThat(modifies(bench, spec)).hasSize(before + (changed ? 0 : 1));
                assertMadeAndRecorded(bench, edited);
            }
            assertThat(step).as("steps of one change").isGreaterThan(6);
        }
    }

    private static void assertMadeAndRecorded(Bench bench, ReplicationJobSpec edited) {
        assertThat(job(bench, edited).parameters()).containsEntry("SystemDiskSize", "120");
        ReplicationJobSpec sent = edited.toBuilder()
                .set(SpecField.NAME, bench.record(edited).name())
                .build();
        assertThat(bench.record(edited).digest()).isEqualTo(CanonicalParameters.digest(sent));
        assertThat(bench.provision(edited)).isEqualTo("unchanged");
        bench.assertOneAtMost(edited);
    }

    private static boolean diesAt(Bench bench, ReplicationJobSpec edited, int step) {
        Steps steps = new Steps(step);
        Provisioner mortal =
                Bench.provisioner(steps.over(bench.client), steps.over(bench.journal), Bench.OPTIONS, bench.time);
        try {
            mortal.update(edited);
            return false;
        } catch (Steps.Death e) {
            return true;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String update(Bench bench, ReplicationJobSpec edited) {
        try {
            return bench.provisioner.update(edited).outcome().label();
        } catch (SmcException e) {
            return e.errorClass().id();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static EmulatedJob job(Bench bench, ReplicationJobSpec spec) {
        return bench.jobs().stream()
                .filter(job -> job.sourceId().equals(spec.sourceId()))
                .findFirst()
                .orElseThrow();
    }

    private static List<JournalEntry> modifies(Bench bench, ReplicationJobSpec spec) {
        String jobId = job(bench, spec).jobId();
        return bench.emulator.journal().entries(MODIFY).stream()
                .filter(call -> jobId.equals(call.parameters().get("JobId")))
                .toList();
    }
}
