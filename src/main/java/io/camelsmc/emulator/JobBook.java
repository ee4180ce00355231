package io.camelsmc.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All jobs ever created, and what they occupy. One lock makes each create one step. Safe for use by many threads. */
final class JobBook {

    private static final String ID_CHARACTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

    private final SourceRegistry sources;
    private final ServiceSettings settings;
    private final JobLife life;
    private final int quota;
    private final Map<String, EmulatedJob> byId = new LinkedHashMap<>();
    private final Map<String, List<String>> idsBySource = new HashMap<>();
    private final Map<String, String> idByName = new HashMap<>();
    private final Map<String, String> idByImage = new HashMap<>();
    private int present;

    JobBook(SourceRegistry sources, ServiceSettings settings, JobLife life, int quota) {
        this.sources = sources;
        this.settings = settings;
        this.life = life;
        this.quota = quota;
    }

    /** Creates a job or refuses, by the state of the account. */
    synchronized EmulatedJob create(SortedMap<String, String> parameters, Instant now) {
        EmulatedSource source = checkedSource(parameters.getOrDefault("SourceId", ""), now);
        String name = parameters.get("Name");
        checkName(name, "");
        String regionId = parameters.getOrDefault("RegionId", "");
        String image = parameters.get("ImageName");
        boolean imageMade = checkImage(regionId, image, "", now);
        EmulatedSource withDisks = new NetworkAndDisks(settings).check(parameters, source);
        if (present >= quota) {
            throw new Refusal(400, "QuotaExceeded.ReplicationJob", "The quota of replication jobs is exceeded.");
        }
        return insert(parameters, withDisks, name, image, regionId, imageMade, now);
    }

    /** The job as it is now, or null. */
    synchronized @Nullable EmulatedJob find(String jobId, Instant now) {
        return current(jobId, now);
    }

    /** Replaces a job by what a change makes of its current form; null when there is none. */
    synchronized @Nullable EmulatedJob change(String jobId, Instant now, UnaryOperator<EmulatedJob> change) {
        EmulatedJob job = current(jobId, now);
        if (job == null || job.deleted()) {
            return null;
        }
        EmulatedJob changed = change.apply(job);
        byId.put(jobId, changed);
        if (changed.deleted()) {
            present--;
            idByName.remove(String.valueOf(changed.name()), jobId);
        }
        return changed;
    }

    /** Changes attributes of a job or refuses; null when there is no such job. */
    synchronized @Nullable EmulatedJob modify(String jobId, SortedMap<String, String> changes, Instant now) {
        EmulatedJob job = current(jobId, now);
        if (job == null || job.deleted()) {
            return null;
        }
        ModifyChecks.check(job, changes, now);
        SortedMap<String, String> merged = ModifyChecks.merged(job, changes);
        CreateChecks.checkTogether(merged);
        String name = merged.get("Name");
        checkName(name, jobId);
        String image = merged.get("ImageName");
        boolean imageMade = checkImage(job.regionId(), image, jobId, now);
        EmulatedSource source = sources.find(job.sourceId());
        if (source != null) {
            sources.put(new NetworkAndDisks(settings).check(merged, source));
        }
        boolean sameImage = Objects.equals(image, job.parameters().get("ImageName"));
        boolean clash = !sameImage && image != null && (imageMade || settings.imageExists(job.regionId(), image));
        Instant valid = CreateChecks.time(changes, "ValidTime");
        Instant schedule = CreateChecks.time(changes, "ScheduledStartTime");
        EmulatedJob changed = job.modified(
                name,
                sameImage ? job.imageName() : clash ? image + "-" + jobId : image,
                merged,
                schedule == null ? job.scheduledAt() : schedule,
                valid == null ? job.validUntil() : valid);
        idByName.remove(String.valueOf(job.name()), jobId);
        idByImage.remove(job.regionId() + ' ' + job.parameters().get("ImageName"), jobId);
        hold(changed, name, image);
        return changed;
    }

    /** All jobs ever created, oldest first, as they are now. */
    synchronized List<EmulatedJob> all(Instant now) {
        return byId.values().stream().map(job -> life.at(now, job)).toList();
    }

    /** The jobs of some sources as they are now. */
    synchronized List<EmulatedJob> ofSources(Collection<String> sourceIds, Instant now) {
        List<EmulatedJob> found = new ArrayList<>();
        for (String sourceId : sourceIds) {
            for (String id : idsBySource.getOrDefault(sourceId, List.of())) {
                EmulatedJob job = current(id, now);
                if (job != null) {
                    found.add(job);
                }
            }
        }
        return found;
    }

    /** The state a source shows, which follows from its jobs while it is well. */
    synchronized String stateOf(EmulatedSource source, Instant now) {
        boolean busy = ofSources(List.of(source.sourceId()), now).stream()
                .anyMatch(job -> job.status().unfinished());
        return busy && source.state().equals(EmulatedSource.AVAILABLE) ? EmulatedSource.IN_USE : source.state();
    }

    private void checkName(@Nullable String name, String ownId) {
        String owner = name == null ? null : idByName.get(name);
        if (owner != null && !owner.equals(ownId) && !settings.has(Quirk.SEVERAL_JOBS_PER_NAME)) {
            throw new Refusal(400, "ReplicationJobName.Duplicate", "The replication job name " + name + " is used.");
        }
    }

    /** Whether another job, which may have finished, has made an image of that name. */
    private boolean checkImage(String regionId, @Nullable String image, String ownId, Instant now) {
        EmulatedJob owner = image == null ? null : current(idByImage.get(regionId + ' ' + image), now);
        if (owner == null || owner.jobId().equals(ownId)) {
            return false;
        }
        if (owner.status().unfinished() && !settings.has(Quirk.SEVERAL_JOBS_PER_NAME)) {
            throw new Refusal(
                    400,
                    "ImageName.UsedByReplicationJob",
                    "The image name is used by replication job " + owner.jobId() + ".");
        }
        return true;
    }

    private void hold(EmulatedJob job, @Nullable String name, @Nullable String image) {
        byId.put(job.jobId(), job);
        if (name != null) {
            idByName.put(name, job.jobId());
        }
        if (image != null) {
            idByImage.put(job.regionId() + ' ' + image, job.jobId());
        }
    }

    /** Forgets every job. */
    synchronized void clear() {
        byId.clear();
        idsBySource.clear();
        idByName.clear();
        idByImage.clear();
        present = 0;
    }

    private EmulatedSource checkedSource(String sourceId, Instant now) {
        EmulatedSource source = sources.find(sourceId);
        if (source == null) {
            throw new Refusal(404, "InvalidSourceId.NotFound", "The specified SourceId does not exist.");
        }
        String state = stateOf(source, now);
        boolean mayShare = state.equals(EmulatedSource.IN_USE) && settings.has(Quirk.SEVERAL_JOBS_PER_SOURCE);
        if (!state.equals(EmulatedSource.AVAILABLE) && !mayShare) {
            throw new Refusal(
                    400,
                    "SourceServerState.Invalid",
                    "The source server is " + state + "; the operation needs one of [Available].");
        }
        return source;
    }

    private EmulatedJob insert(
            SortedMap<String, String> parameters,
            EmulatedSource source,
            @Nullable String name,
            @Nullable String image,
            String regionId,
            boolean imageMade,
            Instant now) {
        String jobId = freshId();
        boolean clash = image != null && (imageMade || settings.imageExists(regionId, image));
        Instant valid = CreateChecks.time(parameters, "ValidTime");
        EmulatedJob job = new EmulatedJob(
                jobId,
                source.sourceId(),
                regionId,
                name,
                clash ? image + "_" + jobId : image,
                JobStatus.READY,
                "",
                0,
                parameters,
                now,
                null,
                null,
                CreateChecks.time(parameters, "ScheduledStartTime"),
                valid == null ? now.plus(Duration.ofDays(30)) : valid);
        idsBySource.computeIfAbsent(source.sourceId(), id -> new ArrayList<>()).add(jobId);
        hold(job, name, image);
        sources.put(source.withJob(jobId));
        present++;
        return job;
    }

    private @Nullable EmulatedJob current(@Nullable String jobId, Instant now) {
        EmulatedJob job = jobId == null ? null : byId.get(jobId);
        return job == null ? null : life.at(now, job);
    }

    private String freshId() {
        StringBuilder id = new StringBuilder("j-bp1");
        while (id.length() < 22) {
            id.append(ID_CHARACTERS.charAt(ThreadLocalRandom.current().nextInt(36)));
        }
        return byId.containsKey(id.toString()) ? freshId() : id.toString();
    }
}
