package io.camelsmc.provision;

import io.camelsmc.spec.JobKey;
import java.time.Duration;
import java.util.Set;

/**
 * The sources that had a job when the account was read, whatever the state of the job.
 *
 * @param account the account that was read
 * @param sources ids of the sources
 * @param begun when reading began, on the clock that never jumps
 */
record Census(String account, Set<String> sources, long begun) {

    /** How long a source that is not shown counts as one without a job. */
    static final Duration LIFE = Duration.ofSeconds(60);

    Census {
        sources = Set.copyOf(sources);
    }

    boolean holds(long now) {
        return now - begun < LIFE.toNanos();
    }

    /** Whether the source of a key has no job that the journal does not know. */
    boolean rulesOut(JobKey key, long now) {
        return holds(now) && account.equals(key.account()) && !sources.contains(key.sourceId());
    }
}
