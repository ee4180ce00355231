package io.camelsmc.run;

import io.camelsmc.account.AccountReader;
import io.camelsmc.client.SmcException;
import io.camelsmc.drift.DriftReport;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.state.JobRecord;
import java.util.List;

/** Compares what the journal remembers with what the service reports, job by job. Changes nothing. */
public final class DriftRun {

    private final AccountAccess<?> access;
    private final DriftOptions options;

    public DriftRun(AccountAccess<?> access, DriftOptions options) {
        this.access = access;
        this.options = options;
    }

    /**
     * Reads and compares.
     *
     * @throws SmcException if the service does not say what is there
     * @throws io.camelsmc.diag.AbortException if the journal is of another account
     */
    public DriftResult run() throws SmcException {
        String account = access.client().accountScope();
        AccountCheck.require(access.state().info(), account);
        List<JobRecord> records = access.state().list().stream()
                .filter(record -> options.takes(record.key().sourceId()))
                .toList();
        AccountReader.Census census = access.census(records);
        List<ObservedJob> jobs = census.jobs().stream()
                .filter(job -> options.takes(job.attributes().sourceId()))
                .toList();
        DriftReport report = DriftReport.of(records, jobs);
        int listed = census.counted() - census.unseen();
        return new DriftResult(account, options.unknown() ? report : report.withoutUnknown(), census.counted(), listed);
    }
}
