package io.camelsmc.client;

import io.camelsmc.client.wire.Answer;
import io.camelsmc.client.wire.ObservedSourceParser;
import io.camelsmc.client.wire.Page;
import io.camelsmc.client.wire.Parameters;
import io.camelsmc.client.wire.UnreadableResponseException;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.spec.TagSpec;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Lists source servers, one page, by filters; null or empty means no filter. Sources are account-wide, so there is no region.
 *
 * @param sourceIds at most 50
 * @param relatedJobTypes {@code Not_Related}, {@code Server}, {@code Os}, {@code Cross_Zone}, {@code VMWare},
 *     {@code Desktop}
 * @param pageNumber from 1
 * @param pageSize 1 to 50
 */
public record DescribeSourceServersRequest(
        List<String> sourceIds,
        @Nullable String jobId,
        @Nullable String name,
        @Nullable String state,
        List<String> relatedJobTypes,
        @Nullable String workgroupId,
        @Nullable String resourceGroupId,
        List<TagSpec> tags,
        int pageNumber,
        int pageSize)
        implements PagedCall<ObservedSource> {

    /** Ids that one call may name. */
    public static final int MAX_IDS = 50;

    /** Largest page. */
    public static final int MAX_PAGE_SIZE = 50;

    public DescribeSourceServersRequest {
        sourceIds = List.copyOf(sourceIds);
        relatedJobTypes = List.copyOf(relatedJobTypes);
        tags = List.copyOf(tags);
    }

    /** Every source of the account, the first page of the largest size. */
    public static DescribeSourceServersRequest all() {
        return ofIds(List.of());
    }

    /** Some sources, the first page. */
    public static DescribeSourceServersRequest ofIds(List<String> sourceIds) {
        return new DescribeSourceServersRequest(
                sourceIds, null, null, null, List.of(), null, null, List.of(), 1, MAX_PAGE_SIZE);
    }

    /** Sources of a name, the first page; the service may match it loosely. */
    public static DescribeSourceServersRequest ofName(String name) {
        return new DescribeSourceServersRequest(
                List.of(), null, name, null, List.of(), null, null, List.of(), 1, MAX_PAGE_SIZE);
    }

    @Override
    public SmcOperation operation() {
        return SmcOperation.DESCRIBE_SOURCE_SERVERS;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new Parameters()
                .list("SourceId", sourceIds)
                .put("JobId", jobId)
                .put("Name", name)
                .put("State", state)
                .list("RelatedJobType", relatedJobTypes)
                .put("WorkgroupId", workgroupId)
                .put("ResourceGroupId", resourceGroupId)
                .tags(tags)
                .put("PageNumber", pageNumber)
                .put("PageSize", pageSize)
                .sorted();
    }

    @Override
    public Page<ObservedSource> parse(Answer answer) throws UnreadableResponseException {
        return answer.page(
                "SourceServers", "SourceServer", "SourceId", ObservedSourceParser::parse, pageNumber, pageSize);
    }

    @Override
    public String id(ObservedSource source) {
        return source.sourceId();
    }

    @Override
    public DescribeSourceServersRequest page(int number) {
        return new DescribeSourceServersRequest(
                sourceIds, jobId, name, state, relatedJobTypes, workgroupId, resourceGroupId, tags, number, pageSize);
    }
}
