package io.camelsmc.cli.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.cli.exit.ExitCode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which exit code a run deserves. */
class RouteResultTest {

    @Test
    void isOkWhenEveryRowIsGood() {
        assertThat(result(3, Map.of("created", 1L, "adopted", 1L, "unchanged", 1L))
                        .exitCode())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void isOkWithoutRows() {
        assertThat(result(0, Map.of()).exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void countsRowsThatAreNeitherDoneNorFinallyFailedAsPending() {
        RouteResult result =
                result(6, Map.of("created", 1L, "conflict", 1L, "quota", 1L, "journal", 1L, "throttled", 1L));

        assertThat(result.pending()).isEqualTo(4);
        assertThat(result.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void putsRowsThatFailBehindRowsThatArePending() {
        assertThat(result(2, Map.of("invalid", 1L, "created", 1L)).exitCode()).isEqualTo(ExitCode.ROWS_FAILED);
        assertThat(result(2, Map.of("invalid", 1L, "quota", 1L)).exitCode()).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void cannotHaveRunWhenARowIsUnaccountedFor() {
        RouteResult result = new RouteResult(2, Map.of("created", 1L, "unaccounted", 1L), false, false, false, null);

        assertThat(result.exitCode()).isEqualTo(ExitCode.CANNOT_RUN);
    }

    @Test
    void takesRowsThatAStopCutOffForPendingOnes() {
        assertThat(new RouteResult(2, Map.of("created", 1L), false, true, false, null).exitCode())
                .isEqualTo(ExitCode.INCOMPLETE);
        assertThat(new RouteResult(2, Map.of("created", 1L), false, false, true, null).exitCode())
                .isEqualTo(ExitCode.INTERRUPTED);
    }

    @Test
    void keepsTheFirstReasonOfAFailure() {
        RouteResult result = result(1, Map.of("created", 1L)).failed("no disk").failed("no route");

        assertThat(result.failure()).isEqualTo("no disk");
        assertThat(result.exitCode()).isEqualTo(ExitCode.CANNOT_RUN);
    }

    private static RouteResult result(long rows, Map<String, Long> counts) {
        return new RouteResult(rows, counts, true, false, false, null);
    }
}
