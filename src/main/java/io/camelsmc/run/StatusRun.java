package io.camelsmc.run;

import io.camelsmc.account.AccountReader;
import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.AbortException;
import io.camelsmc.job.JobStatus;
import io.camelsmc.lifecycle.JobStanding;
import io.camelsmc.lifecycle.Places;
import io.camelsmc.lifecycle.TrackedJob;
import io.camelsmc.plan.Selection;
import io.camelsmc.state.JobRecord;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Says how jobs of a journal stand in the service. Changes nothing; costs at most 21 calls at 1,000 jobs. */
public final class StatusRun {

    /** From so many jobs on the listing of the whole account is cheaper than asking for each by its id. */
    private static final int MANY = 900;

    private final AccountAccess<?> access;
    private final Selection selection;
    private final int quota;

    /**
     * A look that can be taken again and again.
     *
     * @param quota jobs of the account that may run at once
     */
    public StatusRun(AccountAccess<?> access, Selection selection, int quota) {
        this.access = access;
        this.selection = selection;
        this.quota = quota;
    }

    /**
     * Looks.
     *
     * @throws SmcException if the service does not say how the jobs stand
     * @throws io.camelsmc.diag.AbortException if the journal is of another account, the journal has no
     *     job, or a selector fits nothing
     */
    public StatusResult run() throws SmcException {
        String account = access.client().accountScope();
        AccountCheck.require(access.state().info(), account);
        List<JobRecord> records = JobLook.selected(access.state(), selection);
        if (records.isEmpty() && access.state().list().isEmpty()) {
            throw AbortException.cannotRun(
                    "there is no job in the journal " + access.state().info().location()
                            + "; check --state and the directory that you are in; 'smc apply' makes jobs");
        }
        Selections.requireUsedForJobs(selection);
        CallCounter counter = new CallCounter();
        // Closing it would close the caller's client.
        SmcClient reads =
                access.through(SmcClients.intercepted(access.client(), counter)).reads();
        JobLook look = new JobLook(new AccountReader(reads));
        Instant now = access.clock().instant();
        List<TrackedJob> jobs;
        int running;
        if (records.size() > MANY) {
            AccountReader.Census census = look.account(records);
            jobs = JobLook.tracked(records, census.jobs());
            running = (int) census.jobs().stream()
                    .filter(job -> job.is(JobStatus.RUNNING))
                    .count();
        } else {
            jobs = look.at(records);
            running = records.isEmpty() ? 0 : running(reads);
        }
        Set<String> deleted = access.state().deletedJobs();
        List<TrackedJob> there = jobs.stream()
                .filter(job -> job.job() != null || !deleted.contains(job.jobId()))
                .toList();
        List<JobStanding> standings = look.withSources(there, JobLook::troubled).stream()
                .map(job -> JobStanding.of(job, now))
                .toList();
        return new StatusResult(
                now,
                account,
                new Places(quota, running),
                standings,
                jobs.size() - there.size(),
                counter.counts().calls());
    }

    private static int running(SmcClient reads) throws SmcException {
        return reads.call(DescribeReplicationJobsRequest.all()
                        .withStatus(JobStatus.RUNNING.label())
                        .withPageSize(1))
                .totalCount();
    }
}
