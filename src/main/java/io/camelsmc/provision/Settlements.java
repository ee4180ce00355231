package io.camelsmc.provision;

import io.camelsmc.client.SmcException;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import io.camelsmc.state.Journal;
import io.camelsmc.state.JournalException;
import io.camelsmc.state.Settlement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what came of an intent. */
final class Settlements {

    private static final Logger LOG = LoggerFactory.getLogger(Settlements.class);

    private Settlements() {}

    static JobRecord settle(
            Journal journal,
            JobRecord intent,
            JobState state,
            @Nullable String jobId,
            @Nullable String requestId,
            @Nullable SmcException failure) {
        Settlement settlement = new Settlement(
                intent.key(),
                intent.version(),
                state,
                jobId,
                requestId,
                failure == null ? null : failure.code(),
                failure == null ? null : failure.getMessage());
        try {
            return journal.settle(List.of(settlement)).get(0);
        } catch (JournalException e) {
            // The log is the last place left to keep what is known; the intent leads the next run to the job.
            LOG.error(
                    "could not record {} of {} (source {}, job {}, RequestId {}): {}",
                    state,
                    intent.address(),
                    intent.key().sourceId(),
                    jobId,
                    requestId,
                    e.getMessage());
            throw e;
        }
    }
}
