package io.camelsmc.takeover;

import io.camelsmc.job.ObservedJob;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Jobs of one source that cannot be told apart, or whose place is unclear. They stay out of the journal.
 *
 * @param region destination region; {@code -} when not reported
 * @param sourceId source server; {@code -} when not reported
 * @param jobs the jobs
 * @param why what is unclear
 * @param advice what to do about it
 */
public record Quarantined(String region, String sourceId, List<ObservedJob> jobs, String why, String advice) {
    public Quarantined {
        jobs = List.copyOf(jobs);
    }

    /** One line for people. */
    public String render() {
        return sourceId + " in " + region + ": "
                + jobs.stream().map(ObservedJob::label).collect(Collectors.joining(", ")) + "; " + why + "; "
                + advice;
    }
}
