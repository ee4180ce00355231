package io.camelsmc.run;

import io.camelsmc.client.SmcException;
import io.camelsmc.lifecycle.JobStanding;
import io.camelsmc.provision.pace.Deadline;
import io.camelsmc.provision.pace.Sleeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Waits until jobs are where they are to be, or will not get there. Changes nothing. */
public final class WaitRun {

    private final StatusRun status;
    private final WaitGoal goal;
    private final Duration timeout;
    private final Duration poll;

    /**
     * A wait.
     *
     * @param status looks at the jobs
     * @param poll how long between two looks
     */
    public WaitRun(StatusRun status, WaitGoal goal, Duration timeout, Duration poll) {
        this.status = status;
        this.goal = goal;
        this.timeout = timeout;
        this.poll = poll;
    }

    /**
     * Waits.
     *
     * @param each told of every look
     * @throws SmcException if the service does not say how the jobs stand
     */
    public WaitResult run(Consumer<StatusResult> each) throws SmcException {
        // Not the clock of the machine, which may jump meanwhile.
        Deadline deadline = Deadline.after(timeout, System::nanoTime);
        while (true) {
            StatusResult now = status.run();
            each.accept(now);
            List<JobStanding> hopeless = new ArrayList<>();
            List<JobStanding> waiting = new ArrayList<>();
            int reached = goal == WaitGoal.GONE ? now.removed() : 0;
            for (JobStanding job : now.jobs()) {
                if (goal.reached(job.job().job())) {
                    reached++;
                } else if (goal.hopeless(job.job().job())) {
                    hopeless.add(job);
                } else {
                    waiting.add(job);
                }
            }
            boolean interrupted = false;
            if (!waiting.isEmpty() && deadline.allows(poll)) {
                try {
                    Sleeper.REAL.sleep(poll);
                    continue;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    interrupted = true;
                }
            }
            return new WaitResult(goal, reached, hopeless, waiting, interrupted);
        }
    }
}
