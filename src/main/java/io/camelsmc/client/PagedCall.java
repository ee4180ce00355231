package io.camelsmc.client;

import io.camelsmc.client.wire.Page;
import io.camelsmc.spec.JsonForm;

/**
 * A call that answers one page of a listing; {@link Pages} follows it to the end.
 *
 * @param <T> what is listed
 */
public interface PagedCall<T extends JsonForm> extends SmcCall<Page<T>> {

    /** The page asked for, from 1. */
    int pageNumber();

    /** The same filters, another page. */
    PagedCall<T> page(int number);

    /** What tells one item from another. */
    String id(T item);
}
