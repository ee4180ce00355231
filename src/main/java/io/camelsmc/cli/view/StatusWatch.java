package io.camelsmc.cli.view;

import io.camelsmc.diag.SafeText;
import io.camelsmc.lifecycle.JobStanding;
import io.camelsmc.report.Cells;
import io.camelsmc.report.StatusText;
import io.camelsmc.run.StatusResult;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows how jobs stand, look after look: on a terminal it is drawn anew in place; elsewhere every change of a job is a line,
 * so that a log tells what happened.
 */
public final class StatusWatch {

    private static final String HOME_AND_CLEAR = "\u001B[H\u001B[2J";
    private static final int DEFAULT_COLUMNS = 80;

    private final PrintWriter out;
    private final boolean wide;
    private final boolean redraw;
    private final boolean showFirst;
    private final Map<String, String> before = new HashMap<>();

    /** Redraws on a terminal. */
    public StatusWatch(PrintWriter out, boolean wide) {
        this(out, wide, Boolean.getBoolean("smc.terminal"), true);
    }

    private StatusWatch(PrintWriter out, boolean wide, boolean redraw, boolean showFirst) {
        this.out = out;
        this.showFirst = showFirst;
        this.wide = wide;
        this.redraw = redraw;
    }

    /** Prints a line for every change, on a terminal too, and nothing of how jobs stand at first. */
    public static StatusWatch ofChanges(PrintWriter out) {
        return new StatusWatch(out, false, false, false);
    }

    /** Shows one look. */
    public void show(StatusResult status) {
        if (redraw) {
            int columns = columns();
            List<String> lines = wide ? StatusText.wide(status) : StatusText.of(status);
            out.print(HOME_AND_CLEAR);
            out.println(Cells.cut("as of " + status.askedAt().truncatedTo(ChronoUnit.SECONDS), columns));
            lines.forEach(line -> out.println(Cells.cut(line, columns)));
            return;
        }
        for (JobStanding job : status.jobs()) {
            String now = standing(job);
            String last = before.put(job.job().record().key().toString(), now);
            if (last == null ? showFirst : !now.equals(last)) {
                out.println(status.askedAt().truncatedTo(ChronoUnit.SECONDS) + "  "
                        + SafeText.escape(job.job().address() + "  " + (last == null ? "" : last + " -> ") + now));
            }
        }
    }

    private static int columns() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : DEFAULT_COLUMNS;
    }

    private static String standing(JobStanding job) {
        if (job.job().job() == null) {
            return "gone";
        }
        String phase = job.job().job().businessStatus();
        String code = job.job().job().errorCode();
        return job.job().statusText()
                + (phase == null || phase.isEmpty() ? "" : "/" + phase)
                + (code == null || code.isEmpty() ? "" : " (" + code + ")");
    }
}
