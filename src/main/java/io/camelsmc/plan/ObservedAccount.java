package io.camelsmc.plan;

import io.camelsmc.spec.ReplicationJobSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the service reports about an account at one time. Immutable; safe to share between threads. */
public final class ObservedAccount {

    private final List<Job> jobs;
    private final Map<String, List<Job>> bySource = new HashMap<>();
    private final Map<String, Job> byName = new HashMap<>();
    private final Map<String, Job> byImage = new HashMap<>();
    private final Map<String, Source> sources = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

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

    /**
     * One source server.
     *
     * @param sourceId its id
     * @param state its state, as the service spells it; null when not reported
     * @param detail why it is not available; null when unknown
     * @param dataDisks indexes of its data disks
     */
    public record Source(String sourceId, @Nullable String state, @Nullable String detail, Set<Integer> dataDisks) {
        public Source {
            dataDisks = Set.copyOf(dataDisks);
        }
    }

    public ObservedAccount(Collection<Job> jobs, Collection<Source> sources) {
        this.jobs = List.copyOf(jobs);
        for (Job job : jobs) {
            ids.add(job.jobId());
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

    List<Job> ofSource(String sourceId) {
        return bySource.getOrDefault(sourceId, List.of());
    }

    @Nullable
    Job named(String name) {
        return byName.get(name);
    }

    @Nullable
    Job withImage(@Nullable String region, String image) {
        return byImage.get(region + "\n" + image);
    }

    @Nullable
    Source source(String sourceId) {
        return sources.get(sourceId);
    }

    /** Whether sources were asked for at all. */
    boolean knowsSources() {
        return !sources.isEmpty();
    }

    boolean holds(String jobId) {
        return ids.contains(jobId);
    }
}
