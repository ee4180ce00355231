package io.camelsmc.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A replication job in the service. Its methods are the edges of the state machine and do as they are told; whether an
 * edge may be taken is decided by the verbs, and when one is due by {@link JobLife}. Not safe for use by many threads:
 * the {@link JobBook} holds the lock.
 */
final class LiveJob {

    private final String jobId;
    private final String sourceId;
    private final String regionId;
    private final Instant createdAt;
    private final List<EmulatedRun> runs = new ArrayList<>();

    private SortedMap<String, String> parameters;
    private JobAttributes attributes;

    private EmulatedStatus status = EmulatedStatus.READY;
    private @Nullable ActiveRun run;
    private @Nullable BrokenRun broken;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable Instant nextCycleAt;
    private @Nullable Instant leavesAt;
    private Instant changedAt;
    private double progress;
    private String errorCode = "";
    private String statusInfo = "";
    private @Nullable String imageId;
    private @Nullable String transitionInstanceId;
    private boolean removed;
    private boolean counted = true;
    private boolean waitsForSlot;
    private int version;
    private @Nullable EmulatedJob standing;

    LiveJob(
            String jobId,
            String sourceId,
            SortedMap<String, String> parameters,
            Instant createdAt,
            JobAttributes attributes) {
        this.jobId = jobId;
        this.sourceId = sourceId;
        this.regionId = parameters.getOrDefault("RegionId", "");
        this.createdAt = createdAt;
        this.changedAt = createdAt;
        this.parameters = Collections.unmodifiableSortedMap(parameters);
        this.attributes = attributes;
    }

    /** Takes up changed attributes; what runs or waits goes on as it is. */
    void modify(SortedMap<String, String> newParameters, JobAttributes newAttributes) {
        parameters = Collections.unmodifiableSortedMap(newParameters);
        attributes = newAttributes;
        touch();
    }

    /** Begins a run, from where the last one broke off when it was one of the same kind. */
    void begin(RunKind kind, boolean manual, RunPhases phases, Instant at) {
        BrokenRun before = broken != null && broken.kind() == kind ? broken : new BrokenRun(kind, 0, 0);
        double transferred = before.transferred();
        run = new ActiveRun(kind, manual, at, phases.without(transferred), before.progress(), transferred);
        broken = null;
        startedAt = at;
        endedAt = null;
        nextCycleAt = null;
        if (transitionInstanceId == null && !isTarget("TargetInstance")) {
            transitionInstanceId = "i-" + jobId.substring(2);
        }
        to(EmulatedStatus.RUNNING, at);
    }

    /** Stops the run under way, which keeps what it has copied; a job that waits only pauses. */
    void stop(Instant at) {
        breakOff(at);
        to(EmulatedStatus.STOPPED, at);
    }

    void fail(String code, String info, Instant at) {
        breakOff(at);
        to(EmulatedStatus.IN_ERROR, at);
        errorCode = code;
        statusInfo = info;
    }

    /** Ends a cycle; the next one begins at the given time, if any. */
    void waitForNextCycle(@Nullable Instant nextCycle, Instant at) {
        run = null;
        progress = 100;
        nextCycleAt = nextCycle;
        to(EmulatedStatus.WAITING, at);
    }

    void finish(Instant at) {
        run = null;
        progress = 100;
        endedAt = at;
        transitionInstanceId = null;
        to(EmulatedStatus.FINISHED, at);
    }

    /** Expires; the service removes the job at the given time. */
    void expire(Instant removal, Instant at) {
        run = null;
        transitionInstanceId = null;
        leavesAt = removal;
        to(EmulatedStatus.EXPIRED, at);
    }

    /** Goes into deletion, which ends at the given time. */
    void delete(Instant removal, Instant at) {
        breakOff(at);
        endedAt = at;
        leavesAt = removal;
        to(EmulatedStatus.DELETING, at);
    }

    void remove(Instant at) {
        removed = true;
        transitionInstanceId = null;
        changedAt = at;
        touch();
    }

    /** As a new job, for tests that put one back. */
    void backToReady(Instant at) {
        run = null;
        progress = 0;
        to(EmulatedStatus.READY, at);
    }

    void addRun(EmulatedRun ended) {
        runs.add(ended);
        imageId = ended.imageId();
        touch();
    }

    void madeImage(String id) {
        imageId = id;
        touch();
    }

    void waitForSlot(boolean waits) {
        waitsForSlot = waits;
    }

    /** A new number, so that what the agenda holds for the job as it was no longer counts. */
    int nextVersion() {
        return ++version;
    }

    private void breakOff(Instant at) {
        if (run != null) {
            progress = run.progressAt(at);
            broken = new BrokenRun(run.kind(), progress, run.transferredAt(at));
        }
        run = null;
        nextCycleAt = null;
    }

    private void to(EmulatedStatus next, Instant at) {
        status = next;
        changedAt = at;
        errorCode = "";
        statusInfo = "";
        waitsForSlot = false;
        touch();
    }

    private void touch() {
        standing = null;
    }

    /** The job as it is now. */
    EmulatedJob at(Instant now) {
        if (run != null) {
            return view(run.businessStatusAt(now), run.progressAt(now));
        }
        if (standing == null) {
            standing = view("", progress);
        }
        return standing;
    }

    private EmulatedJob view(String businessStatus, double shownProgress) {
        return new EmulatedJob(
                jobId,
                sourceId,
                regionId,
                attributes.name(),
                attributes.imageName(),
                status,
                businessStatus,
                (float) shownProgress,
                parameters,
                createdAt,
                startedAt,
                endedAt,
                attributes.scheduledAt(),
                attributes.validUntil(),
                errorCode,
                statusInfo,
                runs,
                imageId,
                transitionInstanceId,
                removed);
    }

    String businessStatusAt(Instant now) {
        return run == null ? "" : run.businessStatusAt(now);
    }

    boolean isTarget(String type) {
        return type.equalsIgnoreCase(parameters.getOrDefault("TargetType", "Image"));
    }

    boolean incremental() {
        return "false".equalsIgnoreCase(parameters.get("RunOnce"));
    }

    Duration frequency() {
        return Duration.ofHours(Long.parseLong(parameters.getOrDefault("Frequency", "0")));
    }

    String jobId() {
        return jobId;
    }

    String sourceId() {
        return sourceId;
    }

    String regionId() {
        return regionId;
    }

    Instant createdAt() {
        return createdAt;
    }

    JobAttributes attributes() {
        return attributes;
    }

    SortedMap<String, String> parameters() {
        return parameters;
    }

    EmulatedStatus status() {
        return status;
    }

    @Nullable
    ActiveRun run() {
        return run;
    }

    @Nullable
    BrokenRun broken() {
        return broken;
    }

    List<EmulatedRun> runs() {
        return runs;
    }

    @Nullable
    Instant nextCycleAt() {
        return nextCycleAt;
    }

    @Nullable
    Instant leavesAt() {
        return leavesAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    boolean removed() {
        return removed;
    }

    /** Whether it still takes room in the account. */
    boolean counted() {
        return counted;
    }

    void uncount() {
        counted = false;
    }

    boolean waitsForSlot() {
        return waitsForSlot;
    }

    int version() {
        return version;
    }
}
