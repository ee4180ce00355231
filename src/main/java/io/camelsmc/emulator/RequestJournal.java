package io.camelsmc.emulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Every request that arrived, with what became of it. Safe for use by many threads.
 *
 * <p>An entry appears when its outcome is decided, before the answer leaves, so a client that has its answer finds its
 * entry. The oldest entries go when the journal is full.
 */
public final class RequestJournal {

    private final int capacity;
    private final AtomicLong sequences = new AtomicLong();
    private final Deque<JournalEntry> entries = new ArrayDeque<>();

    RequestJournal(int capacity) {
        this.capacity = Math.max(1, capacity);
    }

    /** All entries in order of arrival. */
    public List<JournalEntry> entries() {
        List<JournalEntry> copy;
        synchronized (this) {
            copy = new ArrayList<>(entries);
        }
        copy.sort(Comparator.comparingLong(JournalEntry::sequence));
        return copy;
    }

    /** The entries of one operation in order of arrival. */
    public List<JournalEntry> entries(String action) {
        return entries().stream().filter(entry -> entry.action().equals(action)).toList();
    }

    /** The idempotency keys that were sent, repeated ones repeated, in order of arrival. */
    public List<String> tokens() {
        return entries().stream()
                .map(JournalEntry::clientToken)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** How many requests have arrived since the start, forgotten ones included. */
    public long total() {
        return sequences.get();
    }

    /** Forgets the entries; the numbers go on. */
    public synchronized void clear() {
        entries.clear();
    }

    long arrived() {
        return sequences.incrementAndGet();
    }

    synchronized void add(JournalEntry entry) {
        if (entries.size() == capacity) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }
}
