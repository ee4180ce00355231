package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.client.ErrorClass;
import io.camelsmc.client.SmcFailure;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.job.Outcome;
import io.camelsmc.spec.InvalidSpecException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a row ends whose own work failed. */
class OutcomesTest {

    @ParameterizedTest
    @CsvSource({
        "REJECTED, false, REJECTED",
        "REJECTED, true, REJECTED",
        "CONFLICT, false, CONFLICT",
        "QUOTA, false, PENDING",
        "THROTTLED, false, PENDING",
        "UNAVAILABLE, false, PENDING",
        "OUTCOME_UNKNOWN, false, PENDING",
        "ACCESS, true, PENDING",
        "ACCESS, false, FAILED",
    })
    void theClassOfAnErrorTellsTheOutcome(ErrorClass errorClass, boolean accountWide, Outcome outcome) {
        SmcFailure failure = SmcFailure.of("CreateReplicationJob", "Code", errorClass.executed())
                .accountWide(accountWide)
                .build();

        assertThat(Outcomes.of(errorClass.exception(failure, null))).isEqualTo(outcome);
    }

    @Test
    void whatIsNoAnswerOfTheServiceFailsAndARowThatBreaksARuleIsInvalid() {
        assertThat(Outcomes.of(new IllegalStateException("broken"))).isEqualTo(Outcome.FAILED);
        assertThat(Outcomes.of(new InvalidSpecException(List.of(Diagnostic.error("CR08", "A vSwitch is missing")))))
                .isEqualTo(Outcome.INVALID);
    }
}
