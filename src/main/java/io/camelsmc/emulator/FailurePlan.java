package io.camelsmc.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which jobs are to go into error, and which have. Not safe for use by many threads. */
final class FailurePlan {

    private final List<Counted> rules = new ArrayList<>();

    void add(JobFailure failure) {
        rules.add(new Counted(failure, new HashMap<>()));
    }

    void clear() {
        rules.clear();
    }

    int size() {
        return rules.size();
    }

    /** When the run of a job fails, or null. */
    @Nullable
    Instant next(LiveJob job, ActiveRun run) {
        Counted first = first(job, run);
        return first == null ? null : run.whenAt(first.failure.progress());
    }

    /** The failure that is due, which counts as met from now on; null when none is. */
    @Nullable
    JobFailure take(LiveJob job, ActiveRun run, Instant at) {
        Counted first = first(job, run);
        if (first == null || run.whenAt(first.failure.progress()).isAfter(at)) {
            return null;
        }
        first.met.merge(job.jobId(), 1, Integer::sum);
        return first.failure;
    }

    private @Nullable Counted first(LiveJob job, ActiveRun run) {
        Counted first = null;
        for (Counted rule : rules) {
            JobFailure failure = rule.failure;
            boolean ahead = failure.progress() >= run.progressBefore();
            boolean left = rule.met.getOrDefault(job.jobId(), 0) < failure.times();
            boolean sooner = first == null || failure.progress() < first.failure.progress();
            if (ahead && left && sooner && failure.concerns(job)) {
                first = rule;
            }
        }
        return first;
    }

    private record Counted(JobFailure failure, Map<String, Integer> met) {}
}
