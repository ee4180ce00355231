package io.camelsmc.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Whether there is room in the account for a job as its parameters want it: source, name, image name, disks, networks. */
final class JobPlacement {

    private final JobIndex index;
    private final EmulatorSettings settings;

    JobPlacement(JobIndex index, EmulatorSettings settings) {
        this.index = index;
        this.settings = settings;
    }

    /** The source of a new job, which must be free. */
    EmulatedSource source(SourceRegistry sources, String sourceId) {
        EmulatedSource source = sources.find(sourceId);
        if (source == null) {
            throw settings.refusal(SyntheticCode.SOURCE_NOT_FOUND, "The specified SourceId does not exist.");
        }
        String state = stateOf(source);
        boolean mayShare = state.equals(EmulatedSource.IN_USE) && settings.has(Quirk.SEVERAL_JOBS_PER_SOURCE);
        if (!state.equals(EmulatedSource.AVAILABLE) && !mayShare) {
            throw new Refusal(
                    400,
                    "SourceServerState.Invalid",
                    "The source server is " + state + "; the operation needs one of [Available].");
        }
        return source;
    }

    /** The state a source shows, which follows from its jobs while it is well. */
    String stateOf(EmulatedSource source) {
        boolean busy = index.ofSource(source.sourceId()).stream()
                .anyMatch(job -> job.status().unfinished() && !job.removed());
        return busy && source.state().equals(EmulatedSource.AVAILABLE) ? EmulatedSource.IN_USE : source.state();
    }

    /** The attributes of a new job; refuses names that are taken. */
    JobAttributes forNew(String jobId, SortedMap<String, String> parameters, Instant now) {
        String name = parameters.get("Name");
        checkName(name, "");
        String regionId = parameters.getOrDefault("RegionId", "");
        String image = parameters.get("ImageName");
        boolean clash = image != null && imageTaken(regionId, image, "");
        return new JobAttributes(
                name,
                clash ? image + "_" + jobId : image,
                CreateChecks.time(parameters, "ScheduledStartTime"),
                validity(parameters, now));
    }

    /** The parameters of a job after a change; refuses what its status or its other parameters do not allow. */
    SortedMap<String, String> changed(LiveJob job, SortedMap<String, String> changes, Instant now) {
        ModifyChecks.check(job, changes, now, settings);
        SortedMap<String, String> merged = ModifyChecks.merged(job, changes, settings);
        CreateChecks.checkTogether(merged);
        return merged;
    }

    /** The attributes of a job after a change; refuses names that another one has. */
    JobAttributes forChange(LiveJob job, SortedMap<String, String> merged, SortedMap<String, String> changes) {
        String name = merged.get("Name");
        checkName(name, job.jobId());
        String image = merged.get("ImageName");
        boolean sameImage = Objects.equals(image, job.parameters().get("ImageName"));
        boolean clash = image != null && imageTaken(job.regionId(), image, job.jobId());
        return new JobAttributes(
                name,
                sameImage ? job.attributes().imageName() : clash ? image + "-" + job.jobId() : image,
                changes.containsKey("ScheduledStartTime")
                        ? CreateChecks.time(changes, "ScheduledStartTime")
                        : job.attributes().scheduledAt(),
                changes.containsKey("ValidTime")
                        ? validity(changes, job.createdAt())
                        : job.attributes().validUntil());
    }

    /** The source, with the disks it has learnt from the request. */
    EmulatedSource onDisks(SortedMap<String, String> parameters, EmulatedSource source) {
        return new NetworkAndDisks(settings).check(parameters, source);
    }

    /** An absent validity is 30 days. That an empty one is for ever is not confirmed. */
    private Instant validity(SortedMap<String, String> parameters, Instant created) {
        Instant given = CreateChecks.time(parameters, "ValidTime");
        if (given != null) {
            return given;
        }
        boolean forEver = parameters.containsKey("ValidTime") && settings.has(Quirk.NEVER_EXPIRE_WHEN_EMPTY);
        return forEver ? Instant.MAX : created.plus(Duration.ofDays(30));
    }

    private void checkName(@Nullable String name, String ownId) {
        String owner = index.ownerOfName(name);
        if (owner != null && !owner.equals(ownId) && !settings.has(Quirk.SEVERAL_JOBS_PER_NAME)) {
            throw new Refusal(400, "ReplicationJobName.Duplicate", "The replication job name " + name + " is used.");
        }
    }

    /** Whether an image of that name exists or another job, which has finished, makes it; an unfinished one refuses. */
    private boolean imageTaken(String regionId, String image, String ownId) {
        LiveJob owner = index.ownerOfImage(regionId, image);
        if (owner == null || owner.jobId().equals(ownId)) {
            return settings.imageExists(regionId, image);
        }
        if (owner.status().unfinished() && !owner.removed() && !settings.has(Quirk.SEVERAL_JOBS_PER_NAME)) {
            throw new Refusal(
                    400,
                    "ImageName.UsedByReplicationJob",
                    "The image name is used by replication job " + owner.jobId() + ".");
        }
        return true;
    }
}
