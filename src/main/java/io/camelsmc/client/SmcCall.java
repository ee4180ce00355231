package io.camelsmc.client;

import io.camelsmc.client.wire.Answer;
import io.camelsmc.client.wire.RequestTable;
import io.camelsmc.client.wire.UnreadableResponseException;
import java.util.SortedMap;

/**
 * One call of the API: what is asked for, how it looks on the wire, and how its answer is read. Every operation is one
 * class that implements this, a value without state, so that clients and interceptors need to know no operation by name.
 *
 * @param <R> what the service answers: a {@link SmcAnswer}, or a page of a {@link PagedCall}
 */
public interface SmcCall<R> {

    /** The operation, which also says whether the call changes anything and whether it may go out again. */
    SmcOperation operation();

    /**
     * The business parameters, flat and not yet percent-encoded: as they are here, those of a record whose components are
     * its parameters.
     *
     * @throws IllegalArgumentException if the call cannot be sent as it stands
     */
    default SortedMap<String, String> parameters() {
        return RequestTable.parameters((Record) this);
    }

    /**
     * Reads the body of a success.
     *
     * @throws UnreadableResponseException if it is not the answer of the operation
     */
    R parse(Answer answer) throws UnreadableResponseException;

    /** Whether the call changes anything in the service. */
    default boolean isWrite() {
        return operation().isWrite();
    }

    /** Whether the same call again has no further effect. One that is not idempotent is never sent again while its outcome is unknown. */
    default boolean isIdempotent() {
        return operation().isIdempotent();
    }
}
