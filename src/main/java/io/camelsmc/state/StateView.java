package io.camelsmc.state;

import io.camelsmc.spec.JobKey;
import java.util.List;
import java.util.Optional;

/** Reads a state. What read-only commands receive: it has no way to write. Safe to share between threads. */
public interface StateView extends AutoCloseable {

    StateInfo info();

    /** The record of one job. */
    Optional<JobRecord> find(JobKey key);

    /** Every record of one source in one region, all generations, newest generation first. */
    List<JobRecord> findBySource(String account, String region, String sourceId);

    /** Every record, ordered by key. */
    List<JobRecord> list();

    /** The history of one job, oldest first. */
    List<JobEvent> history(JobKey key);

    @Override
    void close();
}
