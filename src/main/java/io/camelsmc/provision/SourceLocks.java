package io.camelsmc.provision;

import io.camelsmc.spec.JobKey;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps two threads of this process from working on one source at the same time; the second one then finds the first
 * one's outcome instead of an intent in doubt. A fixed number of locks, so memory does not grow with sources.
 */
final class SourceLocks {

    private static final int STRIPES = 1024;

    private final Lock[] stripes = new Lock[STRIPES];

    SourceLocks() {
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new ReentrantLock();
        }
    }

    /** The lock of a source, whatever its generation. */
    Lock of(JobKey key) {
        int hash = key.account().hashCode() * 31 + key.sourceId().hashCode();
        return stripes[Math.floorMod(hash ^ (hash >>> 16), STRIPES)];
    }
}
