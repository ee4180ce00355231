package io.camelsmc.provision;

import io.camelsmc.spec.JobKey;
import io.camelsmc.state.Journal;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Keeps two threads of this process from working on one source at the same time; the second one then finds the first
 * one's outcome instead of an intent in doubt. Shared by everybody who works on one journal. A lock belongs to nobody in
 * particular: one thread may take it and another give it back.
 */
final class SourceLocks {

    private static final Map<Journal, SourceLocks> BY_JOURNAL = Collections.synchronizedMap(new WeakHashMap<>());

    private final Set<Source> held = new HashSet<>();

    private SourceLocks() {}

    private record Source(String account, String sourceId) {}

    static SourceLocks of(Journal journal) {
        return BY_JOURNAL.computeIfAbsent(journal, j -> new SourceLocks());
    }

    /** Waits until the source is free and takes it, whatever its generation. */
    synchronized void lock(JobKey key) throws InterruptedException {
        while (!held.add(source(key))) {
            wait();
        }
    }

    synchronized void unlock(JobKey key) {
        held.remove(source(key));
        notifyAll();
    }

    private static Source source(JobKey key) {
        return new Source(key.account(), key.sourceId());
    }
}
