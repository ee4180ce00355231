package io.camelsmc.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All jobs ever created, as they are now. Whatever asks first lets happen what has become due since, in order of time. One
 * lock makes each call one step. Safe for use by many threads.
 */
final class JobBook {

    private final SourceRegistry sources;
    private final JobLife life;
    private final FailurePlan failures;
    private final TagBook tags;
    private final JobPlacement placement;
    private final Slots slots;
    private final JobIndex index = new JobIndex();
    private final Agenda agenda = new Agenda();
    private final int quota;
    private int present;

    JobBook(
            SourceRegistry sources,
            EmulatorSettings settings,
            JobLife life,
            FailurePlan failures,
            TagBook tags,
            int quota) {
        this.sources = sources;
        this.life = life;
        this.failures = failures;
        this.tags = tags;
        this.quota = quota;
        this.placement = new JobPlacement(index, settings);
        this.slots = new Slots(settings::runningQuota);
    }

    /** Creates a job or refuses, by the state of the account. */
    synchronized EmulatedJob create(SortedMap<String, String> parameters, Instant now) {
        settle(now);
        EmulatedSource source = placement.source(sources, parameters.getOrDefault("SourceId", ""));
        String jobId = index.freshId();
        JobAttributes attributes = placement.forNew(jobId, parameters, now);
        EmulatedSource withDisks = placement.onDisks(parameters, source);
        if (present >= quota) {
            throw new Refusal(400, "QuotaExceeded.ReplicationJob", "The quota of replication jobs is exceeded.");
        }
        LiveJob job = new LiveJob(jobId, source.sourceId(), parameters, now, attributes);
        index.add(job);
        tags.take(jobId, parameters);
        sources.put(withDisks.withJob(jobId));
        present++;
        touch(job, now);
        settle(now);
        return job.at(now);
    }

    /** The job as it is now, or null. */
    synchronized @Nullable EmulatedJob find(String jobId, Instant now) {
        settle(now);
        LiveJob job = index.find(jobId);
        return job == null ? null : job.at(now);
    }

    /** Does something to a job that is there; the job afterwards, or null when there is none. */
    synchronized @Nullable EmulatedJob act(String jobId, Instant now, Consumer<LiveJob> act) {
        settle(now);
        LiveJob job = index.find(jobId);
        if (job == null || job.removed()) {
            return null;
        }
        act.accept(job);
        touch(job, now);
        settle(now);
        return job.at(now);
    }

    /** Changes attributes of a job or refuses; null when there is no such job. */
    synchronized @Nullable EmulatedJob modify(String jobId, SortedMap<String, String> changes, Instant now) {
        return act(jobId, now, job -> {
            SortedMap<String, String> merged = placement.changed(job, changes, now);
            JobAttributes attributes = placement.forChange(job, merged, changes);
            EmulatedSource source = sources.find(job.sourceId());
            if (source != null) {
                sources.put(placement.onDisks(merged, source));
            }
            index.releaseName(job);
            index.releaseImage(job);
            job.modify(merged, attributes);
            job.waitForSlot(false);
            index.hold(job);
        });
    }

    /** All jobs ever created, oldest first. */
    synchronized List<EmulatedJob> all(Instant now) {
        settle(now);
        return views(index.all(), now);
    }

    /** The jobs of some sources. */
    synchronized List<EmulatedJob> ofSources(Collection<String> sourceIds, Instant now) {
        settle(now);
        List<EmulatedJob> found = new ArrayList<>();
        sourceIds.forEach(id -> found.addAll(views(index.ofSource(id), now)));
        return found;
    }

    /** The state a source shows, which follows from its jobs while it is well. */
    synchronized String stateOf(EmulatedSource source, Instant now) {
        settle(now);
        return placement.stateOf(source);
    }

    /** True when no more jobs may be started. */
    synchronized boolean full() {
        return slots.full();
    }

    /** True when a job is on its way out of its cycles. */
    synchronized boolean onLastRun(String jobId) {
        LiveJob job = index.find(jobId);
        ActiveRun run = job == null ? null : job.run();
        return run != null && (run.kind() == RunKind.LAST_SYNC || run.kind() == RunKind.CLOSING);
    }

    /** Fails what a source that cannot be reached any more was needed for. */
    synchronized void sourceLost(String sourceId, Instant now) {
        settle(now);
        for (LiveJob job : index.ofSource(sourceId)) {
            life.sourceLost(job, now);
            touch(job, now);
        }
        settle(now);
    }

    /** Adds to the plan of failures, which holds for runs under way too as far as they have not got there. */
    synchronized void plan(JobFailure failure, Instant now) {
        settle(now);
        failures.add(failure);
        index.all().forEach(job -> touch(job, now));
        settle(now);
    }

    synchronized void clearFailures(Instant now) {
        settle(now);
        failures.clear();
        index.all().forEach(job -> touch(job, now));
    }

    synchronized int failures() {
        return failures.size();
    }

    /** Lets something happen later, in its order among what happens to jobs. */
    synchronized void later(Instant time, Consumer<Instant> happening) {
        agenda.at(time, happening);
    }

    /** Lets everything happen that is due. */
    synchronized void settle(Instant now) {
        agenda.run(now);
        fillSlots(now);
    }

    /** Forgets every job, and plans these failures. */
    synchronized void clear(List<JobFailure> planned) {
        failures.clear();
        planned.forEach(failures::add);
        index.clear();
        agenda.clear();
        slots.clear();
        present = 0;
    }

    /** Notes what a change of a job means for the others, and when the next one is due. */
    private void touch(LiveJob job, Instant at) {
        boolean wasRunning = slots.note(job);
        if (job.status() == EmulatedStatus.DELETING || job.removed()) {
            index.releaseName(job);
        }
        if (job.removed() && !job.counted()) {
            return;
        }
        if (job.removed()) {
            job.uncount();
            tags.removeAll(job.jobId());
            present--;
        }
        int version = job.nextVersion();
        Instant next = life.next(job);
        if (next != null) {
            agenda.at(next, then -> {
                if (job.version() == version) {
                    happen(job, then);
                }
            });
        }
        if (wasRunning && job.status() != EmulatedStatus.RUNNING) {
            fillSlots(at);
        }
    }

    private void happen(LiveJob job, Instant at) {
        if (life.wantsToStart(job, at) && slots.full()) {
            slots.queue(job);
        } else {
            life.happen(job, at);
        }
        touch(job, at);
    }

    private void fillSlots(Instant at) {
        for (LiveJob job = slots.next(life, at); job != null; job = slots.next(life, at)) {
            life.happen(job, at);
            touch(job, at);
        }
    }

    private static List<EmulatedJob> views(Collection<LiveJob> jobs, Instant now) {
        return jobs.stream().map(job -> job.at(now)).toList();
    }
}
