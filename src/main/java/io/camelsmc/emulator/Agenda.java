package io.camelsmc.emulator;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What is to happen when, by the clock of the service. Not safe for use by many threads. */
final class Agenda {

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::time).thenComparing(Entry::order));
    private long order;

    void at(Instant time, Consumer<Instant> happening) {
        entries.add(new Entry(time, order++, happening));
    }

    /** Lets everything happen that is due, in order of time, what comes up meanwhile included. */
    void run(Instant now) {
        for (Entry next = entries.peek(); next != null && !next.time().isAfter(now); next = entries.peek()) {
            entries.remove();
            next.happening().accept(next.time());
        }
    }

    void clear() {
        entries.clear();
    }

    private record Entry(Instant time, long order, Consumer<Instant> happening) {}
}
