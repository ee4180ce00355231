package io.camelsmc.run;

import io.camelsmc.lifecycle.JobStanding;
import java.util.List;

/**
 * What came of a wait.
 *
 * @param reached jobs that are where they were waited for
 * @param hopeless jobs that will not get there by themselves
 * @param deleted jobs that we deleted, for which it is too late to get anywhere; 0 when they are waited for to be gone
 * @param waiting jobs that are still on their way
 * @param interrupted whether a signal ended it
 */
public record WaitResult(
        WaitGoal goal,
        int reached,
        List<JobStanding> hopeless,
        int deleted,
        List<JobStanding> waiting,
        boolean interrupted) {
    public WaitResult {
        hopeless = List.copyOf(hopeless);
        waiting = List.copyOf(waiting);
    }
}
