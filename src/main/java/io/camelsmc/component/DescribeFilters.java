package io.camelsmc.component;

import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.diag.SafeText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Reads the filters of the describe operations from a message body. An unknown filter is refused, never ignored. */
final class DescribeFilters {

    private static final Set<String> JOBS = new TreeSet<>(Set.of(
            "regionId",
            "name",
            "status",
            "businessStatus",
            "jobType",
            "resourceGroupId",
            "sourceIds",
            "jobIds",
            "instanceIds"));
    private static final Set<String> SOURCES = new TreeSet<>(
            Set.of("sourceIds", "jobId", "name", "state", "relatedJobTypes", "workgroupId", "resourceGroupId"));

    private DescribeFilters() {}

    static DescribeReplicationJobsRequest jobs(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof DescribeReplicationJobsRequest request) {
            return request;
        }
        Map<?, ?> filters = filters(body, JOBS, "DescribeReplicationJobsRequest");
        return new DescribeReplicationJobsRequest(
                text(filters, "regionId"),
                text(filters, "name"),
                text(filters, "status"),
                text(filters, "businessStatus"),
                number(filters, "jobType"),
                text(filters, "resourceGroupId"),
                texts(filters, "sourceIds"),
                texts(filters, "jobIds"),
                texts(filters, "instanceIds"),
                List.of(),
                1,
                DescribeReplicationJobsRequest.MAX_PAGE_SIZE);
    }

    static DescribeSourceServersRequest sources(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof DescribeSourceServersRequest request) {
            return request;
        }
        Map<?, ?> filters = filters(body, SOURCES, "DescribeSourceServersRequest");
        return new DescribeSourceServersRequest(
                texts(filters, "sourceIds"),
                text(filters, "jobId"),
                text(filters, "name"),
                text(filters, "state"),
                texts(filters, "relatedJobTypes"),
                text(filters, "workgroupId"),
                text(filters, "resourceGroupId"),
                List.of(),
                1,
                DescribeSourceServersRequest.MAX_PAGE_SIZE);
    }

    private static Map<?, ?> filters(@Nullable Object body, Set<String> known, String type) {
        if (body == null || (body instanceof String text && text.isBlank())) {
            return Map.of();
        }
        if (!(body instanceof Map<?, ?> filters)) {
            throw new IllegalArgumentException(SmcMessages.unusableBody(
                    body.getClass(), "no body, a Map with some of " + known + ", or a " + type));
        }
        for (Object name : filters.keySet()) {
            if (!known.contains(String.valueOf(name))) {
                throw new IllegalArgumentException("unknown filter " + SafeText.excerpt(String.valueOf(name))
                        + " in the message body (expected some of " + known + ")");
            }
        }
        return filters;
    }

    private static @Nullable String text(Map<?, ?> filters, String name) {
        Object value = filters.get(name);
        return value == null ? null : value.toString();
    }

    private static @Nullable Integer number(Map<?, ?> filters, String name) {
        String text = text(filters, name);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "filter " + name + " is not a number (got " + SafeText.excerpt(String.valueOf(text)) + ")", e);
        }
    }

    private static List<String> texts(Map<?, ?> filters, String name) {
        Object value = filters.get(name);
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }
}
