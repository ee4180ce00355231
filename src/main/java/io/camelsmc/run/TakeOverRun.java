package io.camelsmc.run;

import io.camelsmc.account.AccountReader;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.AbortException;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.Journal;
import io.camelsmc.takeover.Reconstruction;
import io.camelsmc.takeover.TakeOverReport;
import io.camelsmc.takeover.TakeOvers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Takes existing jobs over into the journal. Makes no job and changes none. */
public final class TakeOverRun {

    private final AccountAccess<Journal> access;
    private final TakeOverOptions options;
    private final TakeOverConsent consent;

    public TakeOverRun(AccountAccess<Journal> access, TakeOverOptions options, TakeOverConsent consent) {
        this.access = access;
        this.options = options;
        this.consent = consent;
    }

    /**
     * Finds the jobs, asks for consent, writes.
     *
     * @throws SmcException if the service does not say what is there
     * @throws AbortException if it misses jobs in its listing or does not hold a job that was named; nothing was written
     */
    public TakeOverResult run() throws SmcException {
        Journal journal = access.state();
        String account = access.client().accountScope();
        journal.bindAccount(account);
        List<JobRecord> records = journal.list();
        AccountReader.Census census = access.census(records);
        AccountCheck.require(census);
        List<DesiredRow> rows = options.rows();
        TakeOverReport report;
        if (rows == null) {
            requireNamed(census.jobs());
            Reconstruction found = Reconstruction.of(account, census.jobs(), List.of(), records);
            report = TakeOverReport.picked(found, options.picked());
        } else {
            report = TakeOverReport.byRows(rows, account, records, census.jobs());
        }
        boolean writes = !report.takeOvers().isEmpty();
        boolean given = consent.given(report, writes);
        if (given) {
            TakeOvers.write(journal, report);
        }
        return new TakeOverResult(
                account, report, given && writes, journal.info().location(), null);
    }

    private void requireNamed(List<ObservedJob> jobs) {
        Set<String> missing = new TreeSet<>(options.jobIds());
        jobs.forEach(job -> missing.remove(job.jobId()));
        if (!missing.isEmpty()) {
            throw AbortException.rowsRefused("nothing was taken over: the service holds no job "
                    + String.join(", ", missing) + "; smc drift lists the jobs that the journal does not know");
        }
    }
}
