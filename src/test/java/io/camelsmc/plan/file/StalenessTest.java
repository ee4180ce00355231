package io.camelsmc.plan.file;

import static io.camelsmc.plan.PlanFixtures.ACCOUNT;
import static io.camelsmc.plan.PlanFixtures.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.SourcePosition;
import io.camelsmc.job.JobDifference;
import io.camelsmc.job.JobRequest;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.ActionReason;
import io.camelsmc.plan.Change;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StalenessTest {

    @ParameterizedTest
    @CsvSource({
        // saved, fresh, what is done
        "CREATE, CREATE, CREATE",
        "CREATE, ADOPT, ADOPT",
        "CREATE, RESOLVE, RESOLVE",
        "CREATE, UNCHANGED, UNCHANGED",
        "CREATE, CONFLICT, CONFLICT",
        "CREATE, UPDATE, BLOCKED",
        "ADOPT, ADOPT, ADOPT",
        "ADOPT, UNCHANGED, UNCHANGED",
        "ADOPT, CREATE, BLOCKED",
        "UPDATE, UPDATE, UPDATE",
        "UPDATE, UNCHANGED, UNCHANGED",
        "UPDATE, CREATE, BLOCKED",
        "UNCHANGED, CREATE, BLOCKED",
        "BLOCKED, CREATE, BLOCKED",
        "CONFLICT, CREATE, BLOCKED",
        "INVALID, CREATE, INVALID"
    })
    void doesNoMoreThanWasApproved(Action saved, Action fresh, Action done) {
        Change checked =
                Staleness.check(List.of(change(saved)), List.of(change(fresh))).get(0);

        assertThat(checked.action()).isEqualTo(done);
        if (done == Action.BLOCKED) {
            assertThat(checked.reason()).isEqualTo(ActionReason.PLAN_STALE);
            assertThat(checked.render())
                    .contains("planned " + saved.label(), "now " + fresh.label(), "make a new plan");
        }
    }

    @Test
    void doesNotMakeAnotherChangeThanTheApprovedOne() {
        Change saved = update("120", "80");

        assertThat(Staleness.check(List.of(saved), List.of(update("120", "90")))
                        .get(0)
                        .reason())
                .isEqualTo(ActionReason.PLAN_STALE);
        assertThat(Staleness.check(List.of(saved), List.of(update("120", "80")))
                        .get(0)
                        .action())
                .isEqualTo(Action.UPDATE);
    }

    private static Change update(String wanted, String found) {
        Change plain = change(Action.UPDATE);
        return new Change(
                plain.address(),
                plain.position(),
                plain.action(),
                plain.reason(),
                plain.spec(),
                plain.request(),
                "j-1",
                List.of(new JobDifference(SpecField.SYSTEM_DISK_SIZE, wanted, found)),
                List.of(),
                "");
    }

    private static Change change(Action action) {
        ReplicationJobSpec spec = spec(1);
        return new Change(
                spec.address(),
                SourcePosition.of("wave-01.csv", 2),
                action,
                ActionReason.NEW,
                spec,
                JobRequest.of(ACCOUNT, spec),
                null,
                List.of(),
                List.of(),
                "");
    }
}
