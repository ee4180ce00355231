package io.camelsmc.provision;

import io.camelsmc.job.JobRequest;
import io.camelsmc.spec.JobKey;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.Journal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the journal held of the sources of a batch when it was asked, once for all of them. Their sources are locked. */
final class PriorRecords {

    private final Map<JobKey, List<JobRecord>> bySource = new HashMap<>();

    private PriorRecords() {}

    private record Scope(String account, String region) {}

    static PriorRecords of(Journal journal, List<JobRequest> requests) {
        Map<Scope, List<String>> sources = new HashMap<>();
        for (JobRequest request : requests) {
            JobKey key = request.key();
            sources.computeIfAbsent(new Scope(key.account(), key.region()), scope -> new ArrayList<>())
                    .add(key.sourceId());
        }
        PriorRecords prior = new PriorRecords();
        sources.forEach((scope, ids) -> {
            for (JobRecord record : journal.findBySources(scope.account(), scope.region(), ids)) {
                prior.bySource
                        .computeIfAbsent(source(record.key()), source -> new ArrayList<>())
                        .add(record);
            }
        });
        return prior;
    }

    /** The record of a row; null when there is none. */
    @Nullable
    JobRecord of(JobRequest request) {
        for (JobRecord record : ofSource(request)) {
            if (record.key().equals(request.key())) {
                return record;
            }
        }
        return null;
    }

    /** Whether the row, or another generation of its source, has an open intent. */
    boolean inDoubt(JobRequest request) {
        return ofSource(request).stream().anyMatch(record -> record.state().inDoubt());
    }

    private List<JobRecord> ofSource(JobRequest request) {
        return bySource.getOrDefault(source(request.key()), List.of());
    }

    private static JobKey source(JobKey key) {
        return new JobKey(key.account(), key.region(), key.sourceId(), 0);
    }
}
