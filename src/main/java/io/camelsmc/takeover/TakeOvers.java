package io.camelsmc.takeover;

import io.camelsmc.state.Adoption;
import io.camelsmc.state.Intent;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.Journal;
import io.camelsmc.state.RefusalException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes jobs of the service into the journal, all of them in one transaction. Sends nothing. */
public final class TakeOvers {

    private TakeOvers() {}

    /** Records what is taken over, and gives records of what the service reported the values of the rows that agree. */
    public static void write(Journal journal, TakeOverReport report) {
        write(journal, report.takeOvers());
        report.agreed().forEach(one -> amend(journal, one));
    }

    /**
     * Records the jobs.
     *
     * @throws io.camelsmc.state.JournalException if a record changed meanwhile; nothing was written then
     */
    private static void write(Journal journal, Collection<TakeOver> takeOvers) {
        List<Adoption> adoptions = new ArrayList<>();
        for (TakeOver one : takeOvers) {
            JobRecord prior = journal.find(one.key()).orElse(null);
            if (prior != null && (prior.state().jobExists() || prior.state().inDoubt())) {
                throw new RefusalException("the record of " + one.address() + " changed meanwhile (" + prior.state()
                        + "); nothing was written; run the same command again");
            }
            adoptions.add(new Adoption(
                    Intent.found(one.request(), prior),
                    one.job().jobId(),
                    one.job().requestId()));
        }
        if (!adoptions.isEmpty()) {
            journal.adoptAll(adoptions);
        }
    }

    /** Gives a job that was recorded as the service reported it the values of the row that it equals. */
    private static void amend(Journal journal, TakeOver one) {
        JobRecord prior = journal.find(one.key()).orElse(null);
        if (prior != null && prior.asReported()) {
            journal.amend(Intent.found(one.request(), prior), null);
        }
    }
}
