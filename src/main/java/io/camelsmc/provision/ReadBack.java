package io.camelsmc.provision;

import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.client.Pages;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.wire.Page;
import io.camelsmc.job.JobMatch;
import io.camelsmc.job.JobRequest;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.provision.pace.Deadline;
import io.camelsmc.provision.pace.Retries;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the service what exists, and says what that means for a row. Reads change nothing, so a read that fails for a
 * passing reason is tried again.
 */
final class ReadBack {

    /** Pages read at most; one source has few jobs, and a listing that never ends must not hold a thread. */
    private static final int MAX_PAGES = 40;

    private final SmcClient client;
    private final Retries retries;
    private final Settlements settlements;
    private final Guards guards;

    ReadBack(SmcClient client, Retries retries, Settlements settlements, Guards guards) {
        this.client = client;
        this.retries = retries;
        this.settlements = settlements;
        this.guards = guards;
    }

    /** Looks for the job of a row among the jobs of its source. */
    ReadBackAnswer ask(JobRequest request, ReplicationJobSpec wanted, Deadline deadline)
            throws SmcException, InterruptedException {
        String sourceId = request.key().sourceId();
        return answer(request.key(), wanted, ofSources(request.address(), List.of(sourceId), deadline));
    }

    /** What a listing says about a row. */
    ReadBackAnswer answer(JobKey key, ReplicationJobSpec wanted, Listing listing) {
        if (!listing.shows(key.sourceId())) {
            return new ReadBackAnswer(new JobMatch.Absent(), listing.complete());
        }
        if (listing.showsSharedSource(key.sourceId())) {
            guards.sourceShared(key.sourceId());
        }
        return listing.ofSource(key, wanted, settlements.jobsOfOtherGenerations(key));
    }

    /** Looks for whatever stands in the way of a row: on its source, or where the code of the refusal points. */
    ReadBackAnswer whoHolds(JobRequest request, String code, Deadline deadline)
            throws SmcException, InterruptedException {
        ReadBackAnswer answer = ask(request, request.spec(), deadline);
        if (!answer.absent()) {
            return answer;
        }
        Set<String> others = settlements.jobsOfOtherGenerations(request.key());
        return switch (code) {
            case "ReplicationJobName.Duplicate" ->
                read(request.address(), DescribeReplicationJobsRequest.ofName(request.name()), deadline)
                        .ofName(request.key(), request.spec(), others);
            case "ImageName.UsedByReplicationJob" ->
                read(request.address(), DescribeReplicationJobsRequest.all(), deadline)
                        .ofImageName(request.key(), request.spec(), others);
            default -> answer;
        };
    }

    /** The jobs of up to {@link DescribeReplicationJobsRequest#MAX_IDS} sources. */
    Listing ofSources(JobAddress address, List<String> sourceIds, Deadline deadline)
            throws SmcException, InterruptedException {
        return read(address, DescribeReplicationJobsRequest.ofSources(sourceIds), deadline);
    }

    /** Jobs by their ids, up to {@link DescribeReplicationJobsRequest#MAX_IDS}. */
    Listing ofJobs(JobAddress address, List<String> jobIds, Deadline deadline)
            throws SmcException, InterruptedException {
        return read(address, DescribeReplicationJobsRequest.all().withJobIds(jobIds), deadline);
    }

    /** All jobs of the account, page by page. */
    Pages<ObservedJob> ofAll() {
        return new Pages<>(client, DescribeReplicationJobsRequest.all());
    }

    /** The next page. */
    Page<ObservedJob> next(JobAddress address, Pages<ObservedJob> pages, Deadline deadline)
            throws SmcException, InterruptedException {
        return retries.read(address, pages.first(), pages::next, deadline);
    }

    /** The source server; null when the service does not know it. */
    @Nullable
    ObservedSource source(JobAddress address, String sourceId, Deadline deadline)
            throws SmcException, InterruptedException {
        DescribeSourceServersRequest request = DescribeSourceServersRequest.ofIds(List.of(sourceId));
        return retries.read(address, request, () -> client.call(request), deadline).items().stream()
                .filter(server -> server.sourceId().equals(sourceId))
                .findFirst()
                .orElse(null);
    }

    private Listing read(JobAddress address, DescribeReplicationJobsRequest request, Deadline deadline)
            throws SmcException, InterruptedException {
        List<ObservedJob> jobs = new ArrayList<>();
        Pages<ObservedJob> pages = new Pages<>(client, request);
        Page<ObservedJob> page = next(address, pages, deadline);
        jobs.addAll(page.items());
        boolean complete = !page.hasNext();
        for (int read = 1; pages.hasNext() && read < MAX_PAGES && deadline.allows(Duration.ZERO); read++) {
            page = next(address, pages, deadline);
            jobs.addAll(page.items());
        }
        return new Listing(jobs, complete);
    }
}
