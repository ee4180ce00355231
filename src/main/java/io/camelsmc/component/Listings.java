package io.camelsmc.component;

import io.camelsmc.client.PagedCall;
import io.camelsmc.client.Pages;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.wire.Page;
import io.camelsmc.spec.JsonForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;

/** Reads a listing to its end. Pages shift while they are read, so an item that shows up twice counts once. */
final class Listings {

    private Listings() {}

    /** Everything a listing held, and the id of its last call. */
    record Listing<T extends JsonForm>(JsonItems<T> items, String requestId) {}

    static <T extends JsonForm> Listing<T> all(SmcClient client, PagedCall<T> request) throws SmcException {
        Map<String, T> items = new LinkedHashMap<>();
        Pages<T> pages = new Pages<>(client, request);
        String requestId = "";
        while (pages.hasNext()) {
            Page<T> page = pages.next();
            page.items().forEach(item -> items.put(request.id(item), item));
            requestId = page.requestId();
        }
        return new Listing<>(new JsonItems<>(List.copyOf(items.values())), requestId);
    }

    static void into(Message message, Listing<?> listing) {
        message.setHeader(SmcConstants.REQUEST_ID, listing.requestId());
        message.setHeader(SmcConstants.COUNT, (long) listing.items().size());
        message.setBody(listing.items());
    }
}
