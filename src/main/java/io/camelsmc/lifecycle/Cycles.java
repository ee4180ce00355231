package io.camelsmc.lifecycle;

import io.camelsmc.job.BusinessStatus;
import io.camelsmc.job.JobStatus;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ReplicationJobRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the past runs of a job say about the next. */
public final class Cycles {

    /** Progress from which on it says something about the time that is left. */
    private static final double TELLING_PERCENT = 5;

    /** The rest of a transfer is seldom as fast as its beginning. */
    private static final double FASTER = 0.7;

    private static final double SLOWER = 1.6;

    private static final int RECENT = 5;

    private Cycles() {}

    /**
     * When the next cycle of an incremental job begins: its frequency after the end of the last one. A frequency that was
     * changed meanwhile counts from the cycle after. Null for other jobs, and when the service does not say enough.
     */
    public static @Nullable Instant next(ObservedJob job) {
        Integer hours = job.attributes().frequencyHours();
        Instant end = lastEnd(job);
        return job.is(JobStatus.WAITING) && hours != null && end != null ? end.plus(Duration.ofHours(hours)) : null;
    }

    private static @Nullable Instant lastEnd(ObservedJob job) {
        return job.runs().stream()
                .map(ReplicationJobRun::endedAt)
                .flatMap(end -> Optional.ofNullable(end).stream())
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** How long the last cycles took, the shortest and the longest; empty when none is known. The first run is no cycle. */
    public static Optional<Length> length(ObservedJob job) {
        List<Duration> lengths = job.runs().stream()
                .filter(run -> run.startedAt() != null && run.endedAt() != null)
                .sorted((one, other) ->
                        Objects.requireNonNull(one.startedAt()).compareTo(Objects.requireNonNull(other.startedAt())))
                .skip(1)
                .map(run -> Objects.requireNonNull(run.length()))
                .toList();
        List<Duration> recent = lengths.subList(Math.max(0, lengths.size() - RECENT), lengths.size());
        return recent.isEmpty()
                ? Optional.empty()
                : Optional.of(new Length(
                        recent.stream().min(Duration::compareTo).orElseThrow(),
                        recent.stream().max(Duration::compareTo).orElseThrow()));
    }

    /** How long cycles take. */
    public record Length(Duration shortest, Duration longest) {}

    /** When the transfer that goes on now ends, from its progress so far; null when that says nothing yet. */
    public static @Nullable TimeRange end(ObservedJob job, Instant now) {
        Double progress = job.progress();
        if (!job.is(JobStatus.RUNNING)
                || job.phase() != BusinessStatus.SYNCING
                || progress == null
                || progress < TELLING_PERCENT
                || progress >= 100) {
            return null;
        }
        Instant began = job.runs().stream()
                .map(ReplicationJobRun::startedAt)
                .flatMap(start -> Optional.ofNullable(start).stream())
                .max(Instant::compareTo)
                .orElse(job.startedAt());
        if (began == null || !began.isBefore(now)) {
            return null;
        }
        double left = Duration.between(began, now).toSeconds() * (100 - progress) / progress;
        return new TimeRange(now.plusSeconds((long) (left * FASTER)), now.plusSeconds((long) (left * SLOWER)));
    }
}
