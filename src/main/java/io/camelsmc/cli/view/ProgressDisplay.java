package io.camelsmc.cli.view;

import io.camelsmc.client.SmcException;
import io.camelsmc.diag.SafeText;
import io.camelsmc.report.Progress;
import io.camelsmc.report.Progress.Standing;
import io.camelsmc.run.RowOutcome;
import io.camelsmc.run.RunListener;
import io.camelsmc.run.RunResult;
import io.camelsmc.run.RunStart;
import io.camelsmc.run.RunStop;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how a run goes. On a terminal a line for each wave is redrawn in place; elsewhere a plain line comes every ten
 * seconds, so that a short run says nothing and a long one does not fill a log.
 */
public final class ProgressDisplay implements RunListener {

    private static final long REDRAW_MILLIS = 150;
    private static final long LINE_MILLIS = 10_000;
    private static final int MAX_WAVES = 8;
    private static final int BAR = 20;
    private static final String GREEN = "\u001B[32m";
    private static final String RED = "\u001B[31m";
    private static final String PLAIN = "\u001B[0m";

    private final PrintWriter err;
    private final boolean terminal;
    private final boolean colour;
    private final LongSupplier millis;
    private final Progress progress = new Progress();
    private long start;
    private long shownAt;
    private long shownDone;
    private int lines;

    /**
     * Shows on standard error.
     *
     * @param terminal whether lines may be redrawn
     * @param colour whether colours may be used, on a terminal
     * @param millis the time, from any origin
     */
    public ProgressDisplay(PrintWriter err, boolean terminal, boolean colour, LongSupplier millis) {
        this.err = err;
        this.terminal = terminal;
        this.colour = terminal && colour;
        this.millis = millis;
    }

    @Override
    public void started(RunStart start) {
        this.start = millis.getAsLong();
        shownAt = this.start;
        progress.started(start);
    }

    @Override
    public void ended(RowOutcome row) {
        progress.ended(row);
        show(false);
    }

    @Override
    public void throttled(SmcException answer) {
        progress.throttled(answer);
        show(false);
    }

    @Override
    public void stopping(RunStop stop) {
        erase();
        String why = stop.kind() == RunStop.Kind.SIGNAL
                ? "waiting for calls in flight; do not start the command again yet"
                : stop.message();
        err.println("stopping: " + SafeText.escape(why));
        err.flush();
    }

    @Override
    public void finished(RunResult result) {
        erase();
        err.flush();
    }

    private void show(boolean always) {
        Standing all = progress.all();
        if (all.toDo() == 0) {
            return;
        }
        long now = millis.getAsLong();
        if (terminal) {
            if (always || now - shownAt >= REDRAW_MILLIS) {
                shownAt = now;
                redraw(Duration.ofMillis(now - start));
            }
        } else if (due(all, now)) {
            shownAt = now;
            shownDone = all.done();
            err.println("progress: " + plain(all, Duration.ofMillis(now - start)));
            err.flush();
        }
    }

    private boolean due(Standing all, long now) {
        long more = all.done() - shownDone;
        return all.worked() > 0 && more > 0 && now - shownAt >= LINE_MILLIS;
    }

    private void redraw(Duration elapsed) {
        erase();
        List<Standing> waves = progress.waves();
        List<Standing> shown = new ArrayList<>();
        waves.stream()
                .filter(wave -> wave.done() < wave.total())
                .limit(MAX_WAVES)
                .forEach(shown::add);
        if (waves.size() > 1 || shown.isEmpty()) {
            shown.add(progress.all());
        }
        for (Standing wave : shown) {
            err.println(bar(wave) + " " + plain(wave, elapsed));
        }
        lines = shown.size();
        err.flush();
    }

    private void erase() {
        if (lines > 0) {
            err.print("\u001B[" + lines + "A\u001B[J");
            lines = 0;
        }
    }

    private String bar(Standing wave) {
        int full = (int) (BAR * wave.done() / Math.max(1, wave.total()));
        String text = "#".repeat(full) + "-".repeat(BAR - full);
        return "[" + (colour ? (wave.bad() > 0 ? RED : GREEN) + text + PLAIN : text) + "]";
    }

    private String plain(Standing wave, Duration elapsed) {
        String name = SafeText.escape(wave.name());
        String line = String.format(
                Locale.ROOT,
                "%s %d/%d, %d made, %d not, %.1f rows/s, throttled %d",
                name.length() > 30 ? name.substring(0, 29) + "…" : name,
                wave.done(),
                wave.total(),
                wave.made(),
                wave.bad(),
                wave.perSecond(elapsed),
                progress.throttledCalls());
        long left = wave.secondsLeft(elapsed);
        return left < 0 ? line : line + ", " + (left >= 120 ? left / 60 + " min" : left + " s") + " left";
    }
}
