package io.camelsmc.component;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two threads of this process from working on one source at the same time, whichever endpoints they come through.
 * An engine guards its own threads, but endpoints with other options have another engine over the same journal. A fixed
 * number of locks, so memory does not grow with sources.
 */
final class SourceGuard {

    private static final Lock[] STRIPES = new Lock[4096];

    static {
        for (int i = 0; i < STRIPES.length; i++) {
            STRIPES[i] = new ReentrantLock();
        }
    }

    private SourceGuard() {}

    static Lock of(@Nullable String sourceId) {
        int hash = String.valueOf(sourceId).hashCode();
        return STRIPES[Math.floorMod(hash ^ (hash >>> 16), STRIPES.length)];
    }
}
