package io.camelsmc.plan;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.job.ObservedAccount;
import io.camelsmc.spec.ReplicationJobSpec;
import java.util.ArrayList;
import java.util.List;

/** What is to be said about the rows of a plan together. Pure. */
public final class WaveFindings {

    private WaveFindings() {}

    /** The findings about planned rows and the account they are planned for. */
    public static List<Diagnostic> of(List<Change> changes, ObservedAccount observed, PlanLimits limits) {
        List<Diagnostic> findings = new ArrayList<>();
        long crowdedOut = changes.stream()
                .filter(change -> change.reason() == ActionReason.QUOTA_EXHAUSTED)
                .count();
        if (crowdedOut > 0) {
            findings.add(Diagnostic.warning(
                            "quota.jobs", "the job quota of the account leaves no room for " + rows(crowdedOut))
                    .got(observed.jobCount() + " jobs, " + observed.removableCount() + " of them finished or expired")
                    .expected("at most " + limits.jobQuota())
                    .fix("delete finished jobs, raise the quota by a ticket, or set --job-quota if it is higher"));
        }
        long started = changes.stream()
                .filter(change -> change.action() == Action.CREATE)
                .map(Change::spec)
                .filter(spec -> spec != null && startsByItself(spec))
                .count();
        long running = observed.runningCount();
        if (started > 0 && running + started > limits.runningQuota()) {
            findings.add(Diagnostic.warning("quota.running", "more jobs would run at once than the account allows")
                    .got(running + " running, " + started + " to be started by their time")
                    .expected("at most " + limits.runningQuota())
                    .fix("spread scheduledStartTime, or raise the quota by a ticket and set --running-quota"));
        }
        return findings;
    }

    private static String rows(long count) {
        return count == 1 ? "1 row" : count + " rows";
    }

    private static boolean startsByItself(ReplicationJobSpec spec) {
        return spec.scheduledStartTime() != null;
    }
}
