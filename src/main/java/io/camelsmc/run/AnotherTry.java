package io.camelsmc.run;

import io.camelsmc.client.ErrorClass;
import io.camelsmc.client.ErrorTable;
import io.camelsmc.state.JobRecord;
import org.jspecify.annotations.Nullable;

/** Which rows are worth another try without an edit. Pure. */
public final class AnotherTry {

    private AnotherTry() {}

    /**
     * Whether a row that has no job yet may succeed now: the last outcome was open, had no effect, or was a refusal that
     * can pass by itself, such as a source that was not ready. A row that was never tried may, and so may one that was
     * edited since.
     *
     * @param record what the journal remembers; null for nothing
     * @param digest digest of the request that the row stands for now; null when it could not be built
     */
    public static boolean worthwhile(@Nullable JobRecord record, @Nullable String digest) {
        if (record == null) {
            return true;
        }
        return switch (record.state()) {
            case CREATED, ADOPTED -> false;
            case INTENT, NOT_SENT, CONFLICT -> true;
            case REJECTED -> !record.digest().equals(digest) || canPass(record.code());
        };
    }

    /** The class of the code decides; a code that nobody knows is taken as final. */
    private static boolean canPass(@Nullable String code) {
        return ErrorTable.standard().lookup(code, 400).errorClass() != ErrorClass.REJECTED;
    }
}
