package io.camelsmc.emulator;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The resources that the operations on tags know. */
final class TaggedResources {

    private final JobBook jobs;
    private final SourceRegistry sources;

    TaggedResources(JobBook jobs, SourceRegistry sources) {
        this.jobs = jobs;
        this.sources = sources;
    }

    /** Refuses ids that do not exist. */
    void require(String type, Collection<String> ids, Instant now) {
        for (String id : ids) {
            if (!exists(type, id, now)) {
                throw new Refusal(400, "InvalidResourceId.NotFound", "The resource " + id + " does not exist.");
            }
        }
    }

    /** Every resource of a type. */
    List<String> all(String type, Instant now) {
        return type.equals("sourceserver")
                ? sources.all().stream().map(EmulatedSource::sourceId).toList()
                : jobs.all(now).stream()
                        .filter(job -> !job.deleted())
                        .map(EmulatedJob::jobId)
                        .toList();
    }

    private boolean exists(String type, String id, Instant now) {
        if (type.equals("sourceserver")) {
            return sources.find(id) != null;
        }
        EmulatedJob job = jobs.find(id, now);
        return job != null && !job.deleted();
    }
}
