package io.camelsmc.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.SourcePosition;
import io.camelsmc.job.Outcome;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.ActionReason;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import io.camelsmc.run.RowOutcome;
import io.camelsmc.run.RunStart;
import io.camelsmc.spec.JobAddress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

    private static final String WAVE = "wave\u001B[2J\u202E";

    private final StringWriter screen = new StringWriter();
    private final AtomicLong millis = new AtomicLong();

    @Test
    void staysQuietWithoutATerminalWhileARunIsShort() {
        run(false, false, 1000, 5);

        assertThat(screen.toString()).isEmpty();
    }

    @Test
    void printsALineAfterTenSecondsOfASlowRun() {
        run(false, false, 100, 4_000);

        assertThat(screen.toString().lines()).hasSize(33).allMatch(line -> line.startsWith("progress: "));
        assertThat(screen.toString()).doesNotContain("\u001B").contains("all waves 51/100, 51 made, 0 not");
    }

    @Test
    void redrawsInPlaceOnATerminalAndLeavesNothingBehind() {
        run(true, false, 100, 50);

        assertThat(screen.toString())
                .contains("\u001B[1A\u001B[J", "[##########")
                .doesNotContain("\u001B[3");
        assertThat(screen.toString()).doesNotContain("\u001B[2J", "\u202E").contains("wave\\u001B[2J\\u202E");
    }

    @Test
    void usesColoursOnlyWhenTheyAreWanted() {
        run(true, true, 100, 50);

        assertThat(screen.toString()).contains("\u001B[32m");
    }

    private void run(boolean terminal, boolean colour, int rows, long each) {
        ProgressDisplay display = new ProgressDisplay(new PrintWriter(screen), terminal, colour, millis::get);
        List<Change> changes = new ArrayList<>();
        for (int n = 0; n < rows; n++) {
            changes.add(new Change(
                    new JobAddress(WAVE, "row"),
                    SourcePosition.of("sheet.csv", n + 2),
                    Action.CREATE,
                    ActionReason.NEW,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    ""));
        }
        display.started(new RunStart("run", Instant.EPOCH, new Plan("account:1", "lineage", 1, false, changes)));
        for (int n = 0; n < rows; n++) {
            millis.addAndGet(each);
            display.ended(new RowOutcome(
                    SourcePosition.of("sheet.csv", n + 2),
                    new JobAddress(WAVE, "row"),
                    "cn-hangzhou",
                    "s-1",
                    Outcome.CREATED,
                    null,
                    List.of(),
                    true,
                    false,
                    "j-1",
                    "R-1",
                    "token",
                    1,
                    Instant.EPOCH,
                    Instant.EPOCH));
        }
    }
}
