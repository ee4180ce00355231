package io.camelsmc.lifecycle;

import io.camelsmc.job.Verb;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to some jobs.
 *
 * @param lastSync for a cut-over, whether the service synchronises a last time before it; null for other verbs
 * @param until for an extension, when the jobs are to expire; null when {@code longer} says it
 * @param longer for an extension, how much later than now each job is to expire; null when {@code until} says it
 * @param stopFirst for a deletion, whether a job that runs is stopped first
 */
public record VerbRequest(
        Verb verb, @Nullable Boolean lastSync, @Nullable Instant until, @Nullable Duration longer, boolean stopFirst) {

    public static VerbRequest start() {
        return new VerbRequest(Verb.START, null, null, null, false);
    }

    public static VerbRequest stop() {
        return new VerbRequest(Verb.STOP, null, null, null, false);
    }

    /** Ends incremental migrations; there is no default for the last synchronisation, on purpose. */
    public static VerbRequest cutOver(boolean lastSync) {
        return new VerbRequest(Verb.CUT_OVER, lastSync, null, null, false);
    }

    public static VerbRequest delete(boolean stopFirst) {
        return new VerbRequest(Verb.DELETE, null, null, null, stopFirst);
    }

    public static VerbRequest extendTo(Instant until) {
        return new VerbRequest(Verb.EXTEND, null, until, null, false);
    }

    public static VerbRequest extendBy(Duration longer) {
        return new VerbRequest(Verb.EXTEND, null, null, longer, false);
    }
}
