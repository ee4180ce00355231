package io.camelsmc.cli.view;

import io.camelsmc.plan.Plan;
import io.camelsmc.plan.file.PlanText;
import io.camelsmc.run.RunListener;
import io.camelsmc.run.RunStop;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Shows the plan of a run: in full to those who decide on it, else in brief. */
public final class PlanDisplay implements RunListener {

    private final boolean asks;
    private final boolean quiet;
    private final PrintWriter screen;

    /**
     * Prints to a screen.
     *
     * @param asks whether somebody will be asked about the plan
     * @param quiet whether a plan that nobody is asked about is left out
     */
    public PlanDisplay(boolean asks, boolean quiet, PrintWriter screen) {
        this.asks = asks;
        this.quiet = quiet;
        this.screen = screen;
    }

    @Override
    public void planned(Plan plan, @Nullable RunStop stop) {
        if (stop != null && (stop.kind() == RunStop.Kind.OUTAGE || stop.kind() == RunStop.Kind.ACCOUNT)) {
            screen.println(
                    "The service could not be asked what is there; this plan is from the journal alone, and nothing"
                            + " is sent.");
        }
        if (asks && stop == null && plan.hasPendingChanges()) {
            PlanText.of(plan).forEach(screen::println);
        } else if (!quiet) {
            // Nobody decides on it, and the result names the rows that need attention.
            PlanText.brief(plan).forEach(screen::println);
        }
        screen.flush();
    }
}
