package io.camelsmc.run;

import io.camelsmc.account.AccountReader;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.AbortException;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.Journal;
import io.camelsmc.takeover.AdoptedRows;
import io.camelsmc.takeover.Reconstruction;
import io.camelsmc.takeover.TakeOver;
import io.camelsmc.takeover.TakeOverReport;
import io.camelsmc.takeover.TakeOvers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        List<TakeOver> agreed = List.of();
        TakeOverReport report;
        if (rows == null) {
            report = picked(account, records, census.jobs());
        } else {
            AdoptedRows adopted = AdoptedRows.of(rows, account, records, census);
            report = adopted.report();
            agreed = adopted.agreed();
        }
        boolean writes = !report.takeOvers().isEmpty();
        boolean given = consent.given(report, writes);
        if (given) {
            TakeOvers.write(journal, report.takeOvers());
            agreed.forEach(one -> TakeOvers.amend(journal, one));
        }
        return new TakeOverResult(account, report, given && writes, journal.info().location(), null);
    }

    /** The picked jobs, each with the identity that it has among all jobs of its source. */
    private TakeOverReport picked(String account, List<JobRecord> records, List<ObservedJob> jobs) {
        requireNamed(jobs);
        Reconstruction found = Reconstruction.of(account, jobs, List.of(), records);
        List<TakeOver> takeOvers = found.takeOvers().stream()
                .filter(one -> options.picked().test(one.job()))
                .toList();
        Set<String> known = records.stream()
                .filter(record -> record.state().jobExists())
                .map(record -> String.valueOf(record.jobId()))
                .collect(Collectors.toSet());
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("already-in-journal", (int) jobs.stream()
                .filter(job -> options.picked().test(job) && known.contains(job.jobId()))
                .count());
        return new TakeOverReport(
                takeOvers,
                found.quarantined().stream()
                        .filter(one -> one.jobs().stream().anyMatch(options.picked()))
                        .toList(),
                Map.of(),
                counts);
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
