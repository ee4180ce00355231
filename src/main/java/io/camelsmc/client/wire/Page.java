package io.camelsmc.client.wire;

import java.util.List;

/**
 * One page of a listing.
 *
 * @param items the items of this page
 * @param totalCount number of items on all pages, as the service counts them
 * @param pageNumber number of this page, from 1
 * @param pageSize items a page holds at most
 * @param requestId id the service gave the call
 */
public record Page<T>(List<T> items, int totalCount, int pageNumber, int pageSize, String requestId) {
    public Page {
        items = List.copyOf(items);
    }

    /** Whether the service says that more items follow this page. */
    public boolean hasNext() {
        return !items.isEmpty() && (long) pageNumber * pageSize < totalCount;
    }
}
