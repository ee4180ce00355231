package io.camelsmc.component;

import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.client.Page;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.Message;

/** Reads a listing to its end. Pages shift while they are read, so an item that shows up twice counts once. */
final class Listings {

    private Listings() {}

    /** Everything a listing held, and the id of its last call. */
    record Listing<T>(List<T> items, String requestId) {}

    static Listing<ObservedJob> jobs(SmcClient client, DescribeReplicationJobsRequest request) throws SmcException {
        return all(
                number -> client.describeReplicationJobs(request.page(number)),
                ObservedJob::jobId,
                request.pageNumber());
    }

    static Listing<ObservedSource> sources(SmcClient client, DescribeSourceServersRequest request) throws SmcException {
        return all(
                number -> client.describeSourceServers(request.page(number)),
                ObservedSource::sourceId,
                request.pageNumber());
    }

    static void into(Message message, Listing<?> listing) {
        message.setHeader(SmcConstants.REQUEST_ID, listing.requestId());
        message.setHeader(SmcConstants.COUNT, (long) listing.items().size());
        message.setBody(listing.items());
    }

    private static <T> Listing<T> all(PageReader<T> reader, Function<T, String> id, int first) throws SmcException {
        Map<String, T> items = new LinkedHashMap<>();
        int number = first;
        Page<T> page = reader.read(number);
        while (addedTo(items, page, id) && page.hasNext()) {
            page = reader.read(++number);
        }
        return new Listing<>(List.copyOf(items.values()), page.requestId());
    }

    /** Whether a page brought anything new. A service that hands out the same page for ever is not asked for ever. */
    private static <T> boolean addedTo(Map<String, T> items, Page<T> page, Function<T, String> id) {
        int before = items.size();
        page.items().forEach(item -> items.put(id.apply(item), item));
        return items.size() > before;
    }

    @FunctionalInterface
    private interface PageReader<T> {
        Page<T> read(int number) throws SmcException;
    }
}
