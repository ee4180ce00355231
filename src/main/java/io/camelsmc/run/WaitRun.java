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
     * @param trouble told when the service does not answer for a while
     * @throws SmcException if the service does not say how the jobs stand at first, or does not get better in time
     */
    public WaitResult run(Consumer<StatusResult> each, Consumer<SmcException> trouble)
            throws SmcException, InterruptedException {
        // Not the clock of the machine, which may jump meanwhile.
        Deadline deadline = Deadline.after(timeout, System::nanoTime);
        boolean looked = false;
        while (true) {
            StatusResult now;
            try {
                now = status.run();
            } catch (SmcException e) {
                // An outage ends before a long wait does.
                if (!looked || !e.retryable() || !deadline.allows(poll)) {
                    throw e;
                }
                trouble.accept(e);
                Sleeper.REAL.sleep(poll);
                continue;
            }
            looked = true;
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
            return new WaitResult(
                    goal, reached, hopeless, goal == WaitGoal.GONE ? 0 : now.removed(), waiting, interrupted);
        }
    }
}
