package io.camelsmc.run;

import io.camelsmc.client.SmcException;
import io.camelsmc.plan.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears how a run goes. Calls never come two at a time. */
public interface RunListener {

    /**
     * The plan is made; nothing was asked or sent yet.
     *
     * @param stop why nothing will be sent; null when the plan may be carried out
     */
    default void planned(Plan plan, @Nullable RunStop stop) {}

    /** The run begins. */
    default void started(RunStart start) {}

    /** A row ended: exactly one call for each row of the plan, those first that the plan has settled. */
    default void ended(RowOutcome row) {}

    /** The service throttled a call; the pace slows down by itself. */
    default void throttled(SmcException answer) {}

    /** No further row is started; what is in flight ends. At most one call. */
    default void stopping(RunStop stop) {}

    /** The run is over. The last call. */
    default void finished(RunResult result) {}

    /** Tells several others, in order. */
    static RunListener all(List<RunListener> listeners) {
        List<RunListener> copy = List.copyOf(listeners);
        return new RunListener() {
            @Override
            public void planned(Plan plan, @Nullable RunStop stop) {
                copy.forEach(listener -> listener.planned(plan, stop));
            }

            @Override
            public void started(RunStart start) {
                copy.forEach(listener -> listener.started(start));
            }

            @Override
            public void ended(RowOutcome row) {
                copy.forEach(listener -> listener.ended(row));
            }

            @Override
            public void throttled(SmcException answer) {
                copy.forEach(listener -> listener.throttled(answer));
            }

            @Override
            public void stopping(RunStop stop) {
                copy.forEach(listener -> listener.stopping(stop));
            }

            @Override
            public void finished(RunResult result) {
                copy.forEach(listener -> listener.finished(result));
            }
        };
    }
}
