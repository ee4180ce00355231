package io.camelsmc.job;

import io.camelsmc.spec.ReplicationJobSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the service reports about an account at one time. Immutable; safe to share between threads. */
public final class ObservedAccount {

    private final List<Job> jobs;
    private final Map<String, List<Job>> bySource = new HashMap<>();
    private final Map<String, Job> byName = new HashMap<>();
    private final Map<String, Job> byImage = new HashMap<>();
    private final Map<String, ObservedSource> sources = new HashMap<>();
    private final Map<String, Job> byId = new HashMap<>();
    private final boolean sourcesAsked;

    /**
     * One job.
     *
     * @param jobId its id
     * @param status its status, as the service spells it; null when not reported
     * @param unfinished whether it holds its source
     * @param attributes the fields that a spec can name
     * @param createdAt when it was made; null when not reported
     * @param requestId id of the call that showed it
     */
    public record Job(
            String jobId,
            @Nullable String status,
            boolean unfinished,
            ReplicationJobSpec attributes,
            @Nullable Instant createdAt,
            String requestId) {

        /** A job of which it does not matter when it was made. */
        public Job(String jobId, @Nullable String status, boolean unfinished, ReplicationJobSpec attributes) {
            this(jobId, status, unfinished, attributes, null, "");
        }

        /** The id, and the name if there is one, for people. */
        public String label() {
            return jobId + (attributes.name() == null ? "" : " (" + attributes.name() + ")");
        }
    }

    /** All jobs of the account; nothing is known of its sources. */
    public ObservedAccount(Collection<Job> jobs) {
        this(jobs, List.of(), false);
    }

    /**
     * What was read.
     *
     * @param jobs all jobs of the account
     * @param sources the sources that were asked for; one that is not here does not exist
     */
    public ObservedAccount(Collection<Job> jobs, Collection<ObservedSource> sources) {
        this(jobs, sources, true);
    }

    private ObservedAccount(Collection<Job> jobs, Collection<ObservedSource> sources, boolean sourcesAsked) {
        this.sourcesAsked = sourcesAsked;
        this.jobs = List.copyOf(jobs);
        for (Job job : jobs) {
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
    public List<Job> jobs() {
        return jobs;
    }

    /** Jobs of the account, finished ones included. */
    public int jobCount() {
        return jobs.size();
    }

    /** Jobs that run now; an account may run 50 at once. */
    public long runningCount() {
        return jobs.stream().filter(job -> "Running".equals(job.status())).count();
    }

    /** Jobs that could be deleted to make room. */
    public long removableCount() {
        return jobs.stream()
                .filter(job -> "Finished".equals(job.status()) || "Expired".equals(job.status()))
                .count();
    }

    public List<Job> ofSource(String sourceId) {
        return bySource.getOrDefault(sourceId, List.of());
    }

    @Nullable
    public Job named(String name) {
        return byName.get(name);
    }

    @Nullable
    public Job withImage(@Nullable String region, String image) {
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
    public Job job(String jobId) {
        return byId.get(jobId);
    }
}
