package io.camelsmc.provision;

import io.camelsmc.job.JobMatch;

/**
 * What the service says when asked whether the job of a row exists.
 *
 * @param match what was found
 * @param complete whether one page held everything; entries slip between pages while they are read
 */
record ReadBackAnswer(JobMatch match, boolean complete) {

    /** Whether nothing was found. */
    boolean absent() {
        return match instanceof JobMatch.Absent;
    }
}
