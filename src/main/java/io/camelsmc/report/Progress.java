package io.camelsmc.report;

import io.camelsmc.client.SmcException;
import io.camelsmc.job.Outcome;
import io.camelsmc.plan.Change;
import io.camelsmc.run.RowOutcome;
import io.camelsmc.run.RunListener;
import io.camelsmc.run.RunStart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where a run stands, wave by wave. Kept from events; reads no clock. Safe to share between threads. */
public final class Progress implements RunListener {

    private final Map<String, Wave> waves = new TreeMap<>();
    private long throttled;

    private static final class Wave {
        private long total;
        private long done;
        private long made;
        private long bad;
        private long toDo;
        private long worked;
    }

    /**
     * One wave, or all of them.
     *
     * @param name the wave
     * @param total its rows
     * @param done rows that ended
     * @param made rows whose job this run made, took over or changed
     * @param bad rows that are invalid or ended in rejected, conflict or failed
     * @param toDo rows that need the service
     * @param worked those of them that ended
     */
    public record Standing(String name, long total, long done, long made, long bad, long toDo, long worked) {

        /** Rows a second that the service was needed for, so far. */
        public double perSecond(Duration elapsed) {
            return worked * 1000.0 / Math.max(1, elapsed.toMillis());
        }

        /** Seconds left at the speed so far; negative when nobody can tell. */
        public long secondsLeft(Duration elapsed) {
            return worked == 0 ? -1 : Math.round((toDo - worked) / perSecond(elapsed));
        }
    }

    @Override
    public synchronized void started(RunStart start) {
        for (Change change : start.plan().changes()) {
            Wave wave = waves.computeIfAbsent(change.address().wave(), name -> new Wave());
            wave.total++;
            if (change.action().pending()) {
                wave.toDo++;
            }
        }
    }

    @Override
    public synchronized void ended(RowOutcome row) {
        Wave wave = waves.computeIfAbsent(row.wave(), name -> new Wave());
        Outcome outcome = row.outcome();
        wave.done++;
        if (outcome.good() && outcome != Outcome.UNCHANGED) {
            wave.made++;
        }
        if (outcome.bad() || outcome == Outcome.INVALID) {
            wave.bad++;
        }
        if (row.clientToken() != null || (outcome.good() && outcome != Outcome.UNCHANGED)) {
            wave.worked++;
        }
    }

    @Override
    public synchronized void throttled(SmcException answer) {
        throttled++;
    }

    /** Calls that were throttled so far. */
    public synchronized long throttledCalls() {
        return throttled;
    }

    /** Each wave, by name. */
    public synchronized List<Standing> waves() {
        List<Standing> standings = new ArrayList<>();
        waves.forEach((name, wave) ->
                standings.add(new Standing(name, wave.total, wave.done, wave.made, wave.bad, wave.toDo, wave.worked)));
        return standings;
    }

    /** All waves together. */
    public Standing all() {
        Standing sum = new Standing("all waves", 0, 0, 0, 0, 0, 0);
        for (Standing wave : waves()) {
            sum = new Standing(
                    sum.name,
                    sum.total + wave.total,
                    sum.done + wave.done,
                    sum.made + wave.made,
                    sum.bad + wave.bad,
                    sum.toDo + wave.toDo,
                    sum.worked + wave.worked);
        }
        return sum;
    }
}
