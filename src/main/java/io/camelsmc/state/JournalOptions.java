package io.camelsmc.state;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * How a journal is opened.
 *
 * @param workerId who this worker is among several on one database; unlike any other that runs
 * @param lease how long an intent of a worker that went silent stays out of the others' reach, measured by the
 *     database's clock; longer than the longest call. SQLite has one runner and needs no lease
 * @param clock gives the times that are recorded, never the time that decides about a lease
 */
public record JournalOptions(String workerId, Duration lease, Clock clock) {

    private static final Duration DEFAULT_LEASE = Duration.ofMinutes(2);

    public JournalOptions {
        if (workerId.isBlank()) {
            throw new IllegalArgumentException("a worker needs an id");
        }
        if (lease.toMillis() <= 0) {
            throw new IllegalArgumentException("a lease lasts longer than nothing");
        }
    }

    /** A worker id made of host, process and a random part; a lease of two minutes; the system clock. */
    public static JournalOptions defaults() {
        ThisProcess me = ThisProcess.at(Clock.systemUTC().instant());
        String worker =
                me.host() + "/" + me.pid() + "/" + UUID.randomUUID().toString().substring(0, 8);
        return new JournalOptions(worker, DEFAULT_LEASE, Clock.systemUTC());
    }

    /** The same options with another worker id. */
    public JournalOptions withWorkerId(String id) {
        return new JournalOptions(id, lease, clock);
    }

    /** The same options with another lease. */
    public JournalOptions withLease(Duration duration) {
        return new JournalOptions(workerId, duration, clock);
    }

    /** The same options with another clock. */
    public JournalOptions withClock(Clock other) {
        return new JournalOptions(workerId, lease, other);
    }
}
