package io.camelsmc.provision;

import io.camelsmc.job.JobMatch;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Jobs as the service listed them.
 *
 * @param jobs the jobs
 * @param complete whether one page held them all
 */
record Listing(List<ObservedJob> jobs, boolean complete) {

    Listing {
        jobs = List.copyOf(jobs);
    }

    /** The job of an id; null when it is not listed. */
    @Nullable
    ObservedJob job(String jobId) {
        return jobs.stream()
                .filter(job -> job.jobId().equals(jobId))
                .findFirst()
                .orElse(null);
    }

    /**
     * Looks for the job of a spec among the jobs of its source.
     *
     * @param wanted the spec as sent, name included
     * @param others ids of jobs that the journal holds as other generations of the source
     */
    ReadBackAnswer ofSource(JobKey key, ReplicationJobSpec wanted, Set<String> others) {
        return new ReadBackAnswer(JobMatch.among(key, wanted, jobs, others::contains), complete);
    }

    /** Looks for whatever job holds the name of a spec. */
    ReadBackAnswer ofName(JobKey key, ReplicationJobSpec wanted, Set<String> others) {
        return first(key, wanted, others, job -> Objects.equals(wanted.name(), job.name()));
    }

    /** Looks for whatever unfinished job of the region makes an image of the spec's image name. */
    ReadBackAnswer ofImageName(JobKey key, ReplicationJobSpec wanted, Set<String> others) {
        String image = wanted.imageName();
        return first(
                key,
                wanted,
                others,
                job -> image != null
                        && image.equals(job.attributes().imageName())
                        && key.region().equals(job.regionId())
                        && job.unfinished());
    }

    private ReadBackAnswer first(
            JobKey key, ReplicationJobSpec wanted, Set<String> others, Predicate<ObservedJob> holds) {
        JobMatch match = jobs.stream()
                .filter(holds)
                .findFirst()
                .map(job -> JobMatch.of(key, wanted, job, others::contains))
                .orElse(new JobMatch.Absent());
        return new ReadBackAnswer(match, complete);
    }

    /** Whether there is a job of the source at all. */
    boolean shows(String sourceId) {
        for (ObservedJob job : jobs) {
            if (sourceId.equals(job.sourceId())) {
                return true;
            }
        }
        return false;
    }

    /** Whether some source has several unfinished jobs, which the service does not allow. */
    boolean showsSharedSource(String sourceId) {
        return jobs.stream()
                        .filter(job -> sourceId.equals(job.sourceId()) && job.unfinished())
                        .map(ObservedJob::jobId)
                        .distinct()
                        .count()
                > 1;
    }
}
