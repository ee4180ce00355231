package io.camelsmc.state;

import io.camelsmc.spec.JobKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The intents that this journal wrote and that are still open, so that their outcome need not read them back. Only where
 * one runner holds the whole state: elsewhere another worker may have changed the record meanwhile. What a failed
 * transaction leaves here is never used, since the journal refuses every change after it.
 */
final class OpenIntents {

    private final boolean trusted;
    private final Map<JobKey, StoredJob> open = new HashMap<>();

    /**
     * None yet.
     *
     * @param onlyWriter whether nobody else can write the state
     */
    OpenIntents(boolean onlyWriter) {
        this.trusted = onlyWriter;
    }

    void wrote(StoredJob stored) {
        if (trusted) {
            if (stored.job().state() == JobState.INTENT) {
                open.put(stored.job().key(), stored);
            } else {
                open.remove(stored.job().key());
            }
        }
    }

    @Nullable
    StoredJob find(JobKey key) {
        return open.get(key);
    }
}
