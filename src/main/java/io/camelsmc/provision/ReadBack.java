package io.camelsmc.provision;

import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.ObservedJob;
import io.camelsmc.client.Page;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.spec.FieldDifference;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecComparison;
import io.camelsmc.spec.SpecField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the service whether a job exists. Filters of the service may match loosely, so everything is compared here:
 * source, region and name exactly, the other fields as far as the service reports them.
 */
final class ReadBack {

    /** Pages read at most; one source has few jobs, and a listing that never ends must not hold a thread. */
    private static final int MAX_PAGES = 40;

    private final SmcClient client;

    ReadBack(SmcClient client) {
        this.client = client;
    }

    /**
     * Looks for the job of a spec among the jobs of its source.
     *
     * @param wanted the spec as sent, name included
     * @param knownOthers ids of jobs that are known to belong to other generations of the source
     */
    ReadBackAnswer bySource(JobKey key, ReplicationJobSpec wanted, Set<String> knownOthers) throws SmcException {
        Listing listing = read(DescribeReplicationJobsRequest.ofSources(List.of(key.sourceId())));
        ReadBackAnswer different = null;
        for (ObservedJob job : listing.jobs()) {
            if (!key.sourceId().equals(job.sourceId()) || knownOthers.contains(job.jobId())) {
                continue;
            }
            List<FieldDifference> differences = SpecComparison.between(wanted, job.attributes());
            boolean sameName = wanted.name() != null && wanted.name().equals(job.name());
            if (sameName && differences.isEmpty() && (job.unfinished() || key.generation() == 0)) {
                return new ReadBackAnswer.Equal(job, listing.requestId());
            }
            if (job.unfinished()) {
                different = new ReadBackAnswer.Different(job, differences, listing.requestId());
            }
        }
        return different != null ? different : new ReadBackAnswer.Absent(listing.requestId());
    }

    /** Looks for whatever job holds the name of a spec. */
    ReadBackAnswer byName(ReplicationJobSpec wanted) throws SmcException {
        String name = wanted.name();
        if (name == null) {
            return new ReadBackAnswer.Absent(null);
        }
        Listing listing = read(DescribeReplicationJobsRequest.ofName(name));
        for (ObservedJob job : listing.jobs()) {
            if (name.equals(job.name())) {
                return compare(wanted, job, listing.requestId());
            }
        }
        return new ReadBackAnswer.Absent(listing.requestId());
    }

    /** Looks for whatever unfinished job of the region holds the image name of a spec. */
    ReadBackAnswer byImageName(JobKey key, ReplicationJobSpec wanted) throws SmcException {
        String image = wanted.imageName();
        Listing listing = read(DescribeReplicationJobsRequest.all());
        for (ObservedJob job : listing.jobs()) {
            if (image != null
                    && image.equals(job.attributes().imageName())
                    && key.region().equals(job.regionId())) {
                return compare(wanted, job, listing.requestId());
            }
        }
        return new ReadBackAnswer.Absent(listing.requestId());
    }

    private static ReadBackAnswer compare(ReplicationJobSpec wanted, ObservedJob job, @Nullable String requestId) {
        List<FieldDifference> differences = SpecComparison.between(wanted, job.attributes());
        String id = requestId == null ? "" : requestId;
        return differences.isEmpty() && job.attributes().has(SpecField.SOURCE_ID)
                ? new ReadBackAnswer.Equal(job, id)
                : new ReadBackAnswer.Different(job, differences, id);
    }

    private Listing read(DescribeReplicationJobsRequest request) throws SmcException {
        List<ObservedJob> jobs = new ArrayList<>();
        Page<ObservedJob> page = client.describeReplicationJobs(request);
        jobs.addAll(page.items());
        for (int number = 2; page.hasNext() && number <= MAX_PAGES; number++) {
            page = client.describeReplicationJobs(request.page(number));
            jobs.addAll(page.items());
        }
        return new Listing(jobs, page.requestId());
    }

    private record Listing(List<ObservedJob> jobs, String requestId) {}
}
