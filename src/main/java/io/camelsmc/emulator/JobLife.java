package io.camelsmc.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a job by itself: when something is due, and what happens then. A job is started at its scheduled time,
 * runs through its phases, ends, waits, runs again, fails where the plan says so, expires and is removed.
 */
final class JobLife {

    /** How long the service keeps a job that has expired. */
    static final Duration KEPT_AFTER_EXPIRY = Duration.ofDays(7);

    static final String OFFLINE = "SourceServer.Offline";
    private static final String OFFLINE_INFO = "The source server is offline.";

    private final Supplier<JobTimes> times;
    private final SourceRegistry sources;
    private final ImageBook images;
    private final FailurePlan failures;

    JobLife(Supplier<JobTimes> times, SourceRegistry sources, ImageBook images, FailurePlan failures) {
        this.times = times;
        this.sources = sources;
        this.images = images;
        this.failures = failures;
    }

    /** When the next thing happens to a job, or null when nothing will. */
    @Nullable
    Instant next(LiveJob job) {
        if (job.removed()) {
            return null;
        }
        Instant due =
                switch (job.status()) {
                    case READY, WAITING ->
                        sooner(
                                job.waitsForSlot() ? null : plannedStart(job),
                                job.attributes().validUntil());
                    case RUNNING -> sooner(endOfRun(job), failureOf(job));
                    case STOPPED, IN_ERROR -> job.attributes().validUntil();
                    case EXPIRED, DELETING -> job.leavesAt();
                    case FINISHED -> null;
                };
        if (due == null || due.equals(Instant.MAX)) {
            return null;
        }
        return due.isBefore(job.changedAt()) ? job.changedAt() : due;
    }

    /** True when the service would start a run of this job now. */
    boolean wantsToStart(LiveJob job, Instant now) {
        Instant start = plannedStart(job);
        boolean idle = job.status() == EmulatedStatus.READY || job.status() == EmulatedStatus.WAITING;
        return !job.removed()
                && idle
                && start != null
                && !start.isAfter(now)
                && now.isBefore(job.attributes().validUntil());
    }

    /** Lets happen what is due. */
    void happen(LiveJob job, Instant at) {
        switch (job.status()) {
            case READY, WAITING -> {
                if (wantsToStart(job, at)) {
                    startBySchedule(job, at);
                } else {
                    job.expire(at.plus(KEPT_AFTER_EXPIRY), at);
                }
            }
            case RUNNING -> failOrEnd(job, at);
            case STOPPED, IN_ERROR -> job.expire(at.plus(KEPT_AFTER_EXPIRY), at);
            case EXPIRED, DELETING -> job.remove(at);
            case FINISHED -> throw new IllegalStateException("nothing happens to a job that has finished");
        }
    }

    /** Starts a job because somebody said so: a new run, or the one that broke off. */
    void start(LiveJob job, Instant at) {
        BrokenRun broken = job.broken();
        RunKind kind = broken == null ? nextKind(job) : broken.kind();
        RunPhases phases = phases(job, kind);
        boolean prepares = phases.preparing().isZero() && times.get().wholeRun() == null;
        Duration preparing = prepares ? times.get().preparing() : phases.preparing();
        job.begin(kind, true, new RunPhases(preparing, phases.syncing(), phases.processing(), phases.cleaning()), at);
    }

    /** Begins the end of an incremental job. */
    void cutOver(LiveJob job, boolean syncData, Instant at) {
        RunKind kind = syncData ? RunKind.LAST_SYNC : RunKind.CLOSING;
        job.begin(kind, true, phases(job, kind), at);
    }

    void delete(LiveJob job, Instant at) {
        job.delete(at.plus(times.get().deleting()), at);
    }

    /** Fails the run of a job whose source has gone while it is needed. */
    void sourceLost(LiveJob job, Instant at) {
        String phase = job.businessStatusAt(at);
        if (phase.equals("Preparing") || phase.equals("Syncing")) {
            job.fail(OFFLINE, OFFLINE_INFO, at);
        }
    }

    /** Ends the run of a job, or finishes one that does not run, with the image that comes of it. */
    void end(LiveJob job, Instant at) {
        ActiveRun run = job.run();
        RunKind kind = run == null ? RunKind.ONCE : run.kind();
        if (run != null && kind != RunKind.ONCE && kind != RunKind.CLOSING) {
            int number = job.runs().size() + 1;
            EmulatedImage image = ImageBook.image(job, number, at);
            images.add(image);
            job.addRun(new EmulatedRun(run.manual(), run.startedAt(), at, image.imageId()));
            images.keep(job.jobId(), Integer.parseInt(job.parameters().getOrDefault("MaxNumberOfImageToKeep", "10")));
        } else if (kind == RunKind.ONCE && job.runs().isEmpty() && job.isTarget("Image")) {
            EmulatedImage image = ImageBook.image(job, 0, at);
            images.add(image);
            job.madeImage(image.imageId());
        }
        if (kind.endsJob()) {
            job.finish(at);
        } else {
            job.waitForNextCycle(at.plus(job.frequency()), at);
        }
    }

    /** Puts a job into a status, whatever the rules say. */
    void put(LiveJob job, EmulatedStatus status, Instant at) {
        switch (status) {
            case READY -> job.backToReady(at);
            case RUNNING -> {
                RunKind kind = nextKind(job);
                job.begin(kind, true, phases(job, kind), at);
            }
            case STOPPED -> job.stop(at);
            case IN_ERROR -> job.fail("InternalError", "The job failed.", at);
            case WAITING -> {
                Duration frequency = job.frequency();
                job.waitForNextCycle(frequency.isZero() ? null : at.plus(frequency), at);
            }
            case FINISHED -> {
                end(job, at);
                job.finish(at);
            }
            case EXPIRED -> job.expire(at.plus(KEPT_AFTER_EXPIRY), at);
            case DELETING -> {
                job.delete(at, at);
                job.remove(at);
            }
        }
    }

    private void failOrEnd(LiveJob job, Instant at) {
        ActiveRun run = Objects.requireNonNull(job.run());
        JobFailure failure = failures.take(job, run, at);
        if (failure != null) {
            job.fail(failure.code(), failure.message(), at);
        } else {
            end(job, at);
        }
    }

    private void startBySchedule(LiveJob job, Instant at) {
        EmulatedSource source = sources.find(job.sourceId());
        RunKind kind = nextKind(job);
        job.begin(kind, false, phases(job, kind), at);
        if (source != null && source.state().equals(EmulatedSource.UNAVAILABLE)) {
            job.fail(OFFLINE, OFFLINE_INFO, at);
        }
    }

    private static RunKind nextKind(LiveJob job) {
        if (!job.incremental()) {
            return RunKind.ONCE;
        }
        return job.runs().isEmpty() ? RunKind.FIRST_CYCLE : RunKind.CYCLE;
    }

    private RunPhases phases(LiveJob job, RunKind kind) {
        EmulatedSource source = sources.find(job.sourceId());
        return times.get().phases(kind, DiskSizes.mebibytes(job.parameters(), source));
    }

    private static @Nullable Instant plannedStart(LiveJob job) {
        return job.status() == EmulatedStatus.READY ? job.attributes().scheduledAt() : job.nextCycleAt();
    }

    private static @Nullable Instant endOfRun(LiveJob job) {
        ActiveRun run = job.run();
        return run == null ? null : run.end();
    }

    private @Nullable Instant failureOf(LiveJob job) {
        ActiveRun run = job.run();
        return run == null ? null : failures.next(job, run);
    }

    private static @Nullable Instant sooner(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(one == null ? Instant.MAX : one, other == null ? Instant.MAX : other)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
