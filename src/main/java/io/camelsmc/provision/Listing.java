package io.camelsmc.provision;

import io.camelsmc.job.FieldDifference;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.SpecComparison;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Jobs as the service listed them. Filters of the service may match loosely, so everything is compared here: source,
 * region and name exactly, the other fields as far as the service reports them.
 *
 * @param jobs the jobs
 * @param requestId id of the last call
 * @param complete whether one page held them all
 */
record Listing(List<ObservedJob> jobs, String requestId, boolean complete) {

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
     * @param others ids of jobs that are known to belong to other generations of the source
     */
    ReadBackAnswer ofSource(JobKey key, ReplicationJobSpec wanted, Set<String> others) {
        ReadBackAnswer different = null;
        for (ObservedJob job : jobs) {
            if (key.sourceId().equals(job.sourceId())) {
                ReadBackAnswer answer = compare(key, wanted, job, others);
                if (answer instanceof ReadBackAnswer.Equal) {
                    return answer;
                }
                boolean sameName = Objects.equals(wanted.name(), job.name());
                if (sameName || (different == null && job.unfinished())) {
                    different = answer;
                }
            }
        }
        return different != null ? different : new ReadBackAnswer.Absent(complete);
    }

    /** Looks for whatever job holds the name of a spec. */
    ReadBackAnswer ofName(JobKey key, ReplicationJobSpec wanted, Set<String> others) {
        return jobs.stream()
                .filter(job -> Objects.equals(wanted.name(), job.name()))
                .findFirst()
                .map(job -> compare(key, wanted, job, others))
                .orElse(new ReadBackAnswer.Absent(complete));
    }

    /** Looks for whatever unfinished job of the region makes an image of the spec's image name. */
    ReadBackAnswer ofImageName(JobKey key, ReplicationJobSpec wanted, Set<String> others) {
        String image = wanted.imageName();
        return jobs.stream()
                .filter(job -> image != null
                        && image.equals(job.attributes().imageName())
                        && key.region().equals(job.regionId())
                        && job.unfinished())
                .findFirst()
                .map(job -> compare(key, wanted, job, others))
                .orElse(new ReadBackAnswer.Absent(complete));
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

    private ReadBackAnswer compare(JobKey key, ReplicationJobSpec wanted, ObservedJob job, Set<String> others) {
        List<FieldDifference> differences = SpecComparison.between(wanted, job.attributes());
        boolean same = differences.isEmpty()
                && key.sourceId().equals(job.sourceId())
                && job.attributes().has(SpecField.NAME)
                && wanted.has(SpecField.NAME)
                && !others.contains(job.jobId());
        return same && mayBeOurs(key, wanted, job)
                ? new ReadBackAnswer.Equal(job, requestId)
                : new ReadBackAnswer.Different(job, differences, requestId);
    }

    /** A finished job under a name of the user's may be that of an earlier generation; a derived name names its own. */
    private static boolean mayBeOurs(JobKey key, ReplicationJobSpec wanted, ObservedJob job) {
        return job.unfinished() || key.generation() == 0 || key.derivedName().equals(wanted.name());
    }
}
