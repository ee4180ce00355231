package io.camelsmc.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Remembers which ClientToken of which operation made what. Only successes are remembered. Safe for use by many threads. */
final class TokenMemory {

    private final Duration retention;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    TokenMemory(Duration retention) {
        this.retention = retention;
    }

    /**
     * Claims a token for a call.
     *
     * @return the id of what it has made already, or null when the call may go on and must end in {@link #succeed} or
     *     {@link #release}
     * @throws Refusal when the token is in use or was used with other parameters
     */
    synchronized @Nullable String claim(String token, SortedMap<String, String> parameters, Instant now) {
        forgetOld(now);
        Entry entry = entries.get(token);
        if (entry == null) {
            entries.put(token, new Entry(parameters, null, Instant.MAX));
            return null;
        }
        if (!entry.parameters().equals(parameters)) {
            throw new Refusal(
                    400,
                    "IdempotentParameterMismatch",
                    "The request uses the same client token as a previous, but non-identical request.");
        }
        if (entry.madeId() == null) {
            throw new Refusal(403, "IdempotentProcessing", "The previous idempotent request(s) is still processing.");
        }
        return entry.madeId();
    }

    synchronized void succeed(String token, SortedMap<String, String> parameters, String madeId, Instant now) {
        // Taken out first, so that the map stays in order of forgetting.
        entries.remove(token);
        entries.put(token, new Entry(parameters, madeId, now.plus(retention)));
    }

    synchronized void release(String token) {
        entries.remove(token);
    }

    synchronized void clear() {
        entries.clear();
    }

    private void forgetOld(Instant now) {
        Iterator<Entry> oldest = entries.values().iterator();
        while (oldest.hasNext()) {
            Entry entry = oldest.next();
            if (entry.madeId() != null && now.isBefore(entry.until())) {
                return;
            }
            if (entry.madeId() != null) {
                oldest.remove();
            }
        }
    }

    private record Entry(SortedMap<String, String> parameters, @Nullable String madeId, Instant until) {}
}
