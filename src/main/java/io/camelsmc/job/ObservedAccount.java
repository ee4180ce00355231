package io.camelsmc.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the service reports about an account at one time. Immutable; safe to share between threads. */
public final class ObservedAccount {

    private final List<ObservedJob> jobs;
    private final Map<String, List<ObservedJob>> bySource = new HashMap<>();
    private final Map<String, ObservedJob> byName = new HashMap<>();
    private final Map<String, ObservedJob> byImage = new HashMap<>();
    private final Map<String, ObservedSource> sources = new HashMap<>();
    private final Map<String, ObservedJob> byId = new HashMap<>();
    private final boolean sourcesAsked;

    /** All jobs of the account; nothing is known of its sources. */
    public ObservedAccount(Collection<ObservedJob> jobs) {
        this(jobs, List.of(), false);
    }

    /**
     * What was read.
     *
     * @param jobs all jobs of the account
     * @param sources the sources that were asked for; one that is not here does not exist
     */
    public ObservedAccount(Collection<ObservedJob> jobs, Collection<ObservedSource> sources) {
        this(jobs, sources, true);
    }

    private ObservedAccount(Collection<ObservedJob> jobs, Collection<ObservedSource> sources, boolean sourcesAsked) {
        this.sourcesAsked = sourcesAsked;
        this.jobs = List.copyOf(jobs);
        for (ObservedJob job : jobs) {
            byId.put(job.jobId(), job);
            String source = job.attributes().sourceId();
            if (source != null) {
                bySource.computeIfAbsent(source, s -> new ArrayList<>()).add(job);
            }
            String name = job.attributes().name();
            if (name != null) {
                byName.put(name, job);
            }
            String image = job.attributes().imageName();
            if (image != null && job.unfinished()) {
                byImage.put(job.attributes().regionId() + "\n" + image, job);
            }
        }
        sources.forEach(source -> this.sources.put(source.sourceId(), source));
    }

    /** All jobs of the account, as they were listed. */
    public List<ObservedJob> jobs() {
        return jobs;
    }

    /** Jobs of the account, finished ones included. */
    public int jobCount() {
        return jobs.size();
    }

    /** Jobs that run now; an account may run 50 at once. */
    public long runningCount() {
        return jobs.stream().filter(job -> job.is(JobStatus.RUNNING)).count();
    }

    /** Jobs that could be deleted to make room. */
    public long removableCount() {
        return jobs.stream().filter(job -> job.jobStatus().removable()).count();
    }

    public List<ObservedJob> ofSource(String sourceId) {
        return bySource.getOrDefault(sourceId, List.of());
    }

    @Nullable
    public ObservedJob named(String name) {
        return byName.get(name);
    }

    @Nullable
    public ObservedJob withImage(@Nullable String region, String image) {
        return byImage.get(region + "\n" + image);
    }

    @Nullable
    public ObservedSource source(String sourceId) {
        return sources.get(sourceId);
    }

    /** Whether sources were asked for at all. */
    public boolean knowsSources() {
        return sourcesAsked;
    }

    @Nullable
    public ObservedJob job(String jobId) {
        return byId.get(jobId);
    }
}
