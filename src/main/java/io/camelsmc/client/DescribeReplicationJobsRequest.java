package io.camelsmc.client;

import io.camelsmc.client.wire.Answer;
import io.camelsmc.client.wire.ObservedJobParser;
import io.camelsmc.client.wire.Page;
import io.camelsmc.client.wire.Parameters;
import io.camelsmc.client.wire.UnreadableResponseException;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.spec.TagSpec;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Lists replication jobs, one page, by filters; null or empty means no filter. All given filters must match.
 *
 * @param sourceIds at most 50
 * @param jobIds at most 50
 * @param pageNumber from 1
 * @param pageSize 1 to 50
 */
public record DescribeReplicationJobsRequest(
        @Nullable String regionId,
        @Nullable String name,
        @Nullable String status,
        @Nullable String businessStatus,
        @Nullable Integer jobType,
        @Nullable String resourceGroupId,
        List<String> sourceIds,
        List<String> jobIds,
        List<String> instanceIds,
        List<TagSpec> tags,
        int pageNumber,
        int pageSize)
        implements PagedCall<ObservedJob> {

    /** Ids that one call may name (documented limit; the gateway lets 100 through). */
    public static final int MAX_IDS = 50;

    /** Largest page. */
    public static final int MAX_PAGE_SIZE = 50;

    public DescribeReplicationJobsRequest {
        sourceIds = List.copyOf(sourceIds);
        jobIds = List.copyOf(jobIds);
        instanceIds = List.copyOf(instanceIds);
        tags = List.copyOf(tags);
    }

    /** Every job of the account, the first page of the largest size. */
    public static DescribeReplicationJobsRequest all() {
        return new DescribeReplicationJobsRequest(
                null, null, null, null, null, null, List.of(), List.of(), List.of(), List.of(), 1, MAX_PAGE_SIZE);
    }

    /** The jobs of some sources, the first page. */
    public static DescribeReplicationJobsRequest ofSources(List<String> sourceIds) {
        return new DescribeReplicationJobsRequest(
                null, null, null, null, null, null, sourceIds, List.of(), List.of(), List.of(), 1, MAX_PAGE_SIZE);
    }

    /** The jobs of one name, the first page. */
    public static DescribeReplicationJobsRequest ofName(String name) {
        return new DescribeReplicationJobsRequest(
                null, name, null, null, null, null, List.of(), List.of(), List.of(), List.of(), 1, MAX_PAGE_SIZE);
    }

    @Override
    public SmcOperation operation() {
        return SmcOperation.DESCRIBE_REPLICATION_JOBS;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new Parameters()
                .put("RegionId", regionId)
                .put("Name", name)
                .put("Status", status)
                .put("BusinessStatus", businessStatus)
                .put("JobType", jobType)
                .put("ResourceGroupId", resourceGroupId)
                .list("SourceId", sourceIds)
                .list("JobId", jobIds)
                .list("InstanceId", instanceIds)
                .tags(tags)
                .put("PageNumber", pageNumber)
                .put("PageSize", pageSize)
                .sorted();
    }

    @Override
    public Page<ObservedJob> parse(Answer answer) throws UnreadableResponseException {
        return answer.page(
                "ReplicationJobs",
                "ReplicationJob",
                "JobId",
                (job, id) -> ObservedJobParser.parse(job, id, answer.requestId()),
                pageNumber,
                pageSize);
    }

    @Override
    public String id(ObservedJob job) {
        return job.jobId();
    }

    @Override
    public DescribeReplicationJobsRequest page(int number) {
        return with(number, pageSize);
    }

    /** The same filters, pages of another size. */
    public DescribeReplicationJobsRequest withPageSize(int size) {
        return with(pageNumber, size);
    }

    /** The same filters, and only jobs of this status; the service may match loosely. */
    public DescribeReplicationJobsRequest withStatus(String wanted) {
        return new DescribeReplicationJobsRequest(
                regionId,
                name,
                wanted,
                businessStatus,
                jobType,
                resourceGroupId,
                sourceIds,
                jobIds,
                instanceIds,
                tags,
                1,
                pageSize);
    }

    /** The same filters, and only these jobs, 50 at most. */
    public DescribeReplicationJobsRequest withJobIds(List<String> ids) {
        return new DescribeReplicationJobsRequest(
                regionId,
                name,
                status,
                businessStatus,
                jobType,
                resourceGroupId,
                sourceIds,
                ids,
                instanceIds,
                tags,
                1,
                pageSize);
    }

    private DescribeReplicationJobsRequest with(int number, int size) {
        return new DescribeReplicationJobsRequest(
                regionId,
                name,
                status,
                businessStatus,
                jobType,
                resourceGroupId,
                sourceIds,
                jobIds,
                instanceIds,
                tags,
                number,
                size);
    }
}
