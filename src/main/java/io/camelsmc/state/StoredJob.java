package io.camelsmc.state;

import org.jspecify.annotations.Nullable;

/**
 * A record with the lease on it.
 *
 * @param parameters the record's parameters as they are stored
 * @param owner worker that wrote the last intent; null where one runner holds the whole state
 * @param leaseUntil milliseconds of the database's clock
 * @param fence grows whenever the record changes hands
 */
record StoredJob(JobRecord job, PlainText parameters, @Nullable String owner, long leaseUntil, long fence) {

    /** Whether another worker may still be at work on it. */
    boolean heldByOther(@Nullable String worker, long databaseMillis) {
        return job.state().inDoubt() && owner != null && !owner.equals(worker) && leaseUntil > databaseMillis;
    }
}
