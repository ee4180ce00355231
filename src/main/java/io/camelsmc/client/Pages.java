package io.camelsmc.client;

import io.camelsmc.client.wire.Page;
import io.camelsmc.spec.JsonForm;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads a listing page by page, and ends for certain: a service, or a proxy before it, that hands out the same page for
 * ever is not asked for ever. Pages shift while they are read, so an item may show up twice or not at all. For one thread.
 *
 * @param <T> what is listed
 */
public final class Pages<T extends JsonForm> {

    private final SmcClient client;
    private final PagedCall<T> first;
    private final Set<String> seen = new HashSet<>();
    private int number;
    private boolean ended;
    private boolean repeated;

    /**
     * Begins with a page; nothing is asked yet.
     *
     * @param client stays the caller's
     */
    public Pages(SmcClient client, PagedCall<T> first) {
        this.client = client;
        this.first = first;
        this.number = first.pageNumber();
    }

    /** The call that the listing begins with. */
    public PagedCall<T> first() {
        return first;
    }

    /** Whether there is another page to ask for. */
    public boolean hasNext() {
        return !ended;
    }

    /**
     * Asks for the next page. One that could not be read is asked for again by the next call.
     *
     * @throws SmcException typed by what may be done next
     */
    public Page<T> next() throws SmcException {
        Page<T> page = client.call(first.page(number));
        number++;
        boolean fresh = false;
        for (T item : page.items()) {
            fresh |= seen.add(first.id(item));
        }
        repeated = page.hasNext() && !fresh;
        ended = !page.hasNext() || repeated;
        return page;
    }

    /** Whether reading ended early, since a page brought nothing that the pages before it had not. */
    public boolean repeated() {
        return repeated;
    }
}
