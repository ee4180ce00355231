package io.camelsmc.state;

import io.camelsmc.spec.JobKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a state. What read-only commands receive: it has no way to write. Safe to share between threads. */
public interface StateView extends AutoCloseable {

    StateInfo info();

    /** The record of one job. */
    Optional<JobRecord> find(JobKey key);

    /** Every record of one source in one region, all generations, newest generation first. */
    List<JobRecord> findBySource(String account, String region, String sourceId);

    /** Every record of some sources in one region, all generations, those of a source next to each other. */
    default List<JobRecord> findBySources(String account, String region, List<String> sourceIds) {
        List<JobRecord> found = new ArrayList<>();
        new LinkedHashSet<>(sourceIds).forEach(id -> found.addAll(findBySource(account, region, id)));
        return found;
    }

    /** Every record, ordered by key. */
    List<JobRecord> list();

    /** The history of one job, oldest first. */
    List<JobEvent> history(JobKey key);

    /** The verbs of one job, oldest first. */
    default List<VerbRecord> verbs(JobKey key) {
        return List.of();
    }

    /** Ids of jobs that a verb of ours deleted. */
    default Set<String> deletedJobs() {
        return Set.of();
    }

    /** Verbs whose outcome is not known, ordered by key. */
    default List<VerbRecord> openVerbs() {
        return List.of();
    }

    @Override
    void close();
}
