package io.camelsmc.run;

import io.camelsmc.lifecycle.JobStanding;
import io.camelsmc.lifecycle.Places;
import io.camelsmc.lifecycle.WaveStanding;
import java.time.Instant;
import java.util.List;

/**
 * How the jobs of a journal stand.
 *
 * @param askedAt when the service was asked
 * @param account scope of the account
 * @param places jobs of the whole account that run, and that may
 * @param jobs the selected jobs, in the order of the sheets
 * @param removed selected jobs that we deleted and that are gone; they are not among the others
 * @param calls calls to the service
 */
public record StatusResult(
        Instant askedAt, String account, Places places, List<JobStanding> jobs, int removed, long calls) {
    public StatusResult {
        jobs = List.copyOf(jobs);
    }

    public List<WaveStanding> waves() {
        return WaveStanding.of(jobs);
    }
}
