package io.camelsmc.run;

import io.camelsmc.account.AccountReader;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.AbortException;
import io.camelsmc.diag.SafeText;
import io.camelsmc.provision.pace.Pace;
import io.camelsmc.provision.pace.PatientReads;
import io.camelsmc.provision.pace.ProvisionOptions;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.state.DamageException;
import io.camelsmc.state.Journal;
import io.camelsmc.state.JournalOptions;
import io.camelsmc.state.Journals;
import io.camelsmc.state.StateView;
import io.camelsmc.takeover.Reconstruction;
import io.camelsmc.takeover.TakeOverReport;
import io.camelsmc.takeover.TakeOvers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds a journal that is missing, empty or damaged from the jobs that the service reports. A damaged database is set
 * aside, never deleted.
 */
public final class RebuildRun {

    /** The state if nobody approves. */
    public static final String UNDONE = "nothing was written";

    private final SmcClient client;
    private final Pace pace;
    private final String state;
    private final TakeOverConsent consent;
    private final Consumer<String> notes;

    /**
     * Prepares a run.
     *
     * @param state where the journal is, or was
     * @param notes hears what is wrong with the journal that is there
     */
    public RebuildRun(SmcClient client, Pace pace, String state, TakeOverConsent consent, Consumer<String> notes) {
        this.client = client;
        this.pace = pace;
        this.state = state;
        this.consent = consent;
        this.notes = notes;
    }

    /**
     * Reads the service, asks for consent, writes.
     *
     * @param rows a row that equals a job settles its address, its generation and its values
     * @throws SmcException if the service does not say what is there
     * @throws AbortException if the journal is sound and holds something, or the service misses jobs in its listing
     */
    public TakeOverResult run(List<DesiredRow> rows) throws SmcException, IOException {
        String account = client.accountScope();
        boolean damaged = damaged(account);
        AccountReader.Census census =
                new AccountReader(PatientReads.over(client, pace, ProvisionOptions.standard())).everyJob(List.of());
        AccountCheck.require(census);
        Reconstruction found = Reconstruction.of(account, census.jobs(), rows, List.of());
        TakeOverReport report = TakeOverReport.rebuilt(found);
        boolean writes = damaged || !found.takeOvers().isEmpty();
        boolean written = consent.given(report, writes) && writes;
        Path aside = written ? write(damaged, account, report) : null;
        return new TakeOverResult(account, report, written, location(), aside);
    }

    /** Whether the state is damaged; one that holds something is refused. */
    private boolean damaged(String account) {
        try (StateView view = Journals.openReadOnly(state)) {
            AccountCheck.require(view.info(), account);
            requireEmpty(view);
            return false;
        } catch (DamageException e) {
            if (state.startsWith("jdbc:")) {
                throw AbortException.cannotRun(
                        e.getMessage() + "\na PostgreSQL state is set aside with the tools of the database: rename its"
                                + " schema, make an empty one of the old name, and run the same command again",
                        e);
            }
            notes.accept(SafeText.escape(String.valueOf(e.getMessage())));
            return true;
        }
    }

    private static void requireEmpty(StateView view) {
        int records = view.list().size();
        if (records > 0) {
            throw AbortException.cannotRun(UNDONE + ": " + view.info().location() + " is sound and holds "
                    + records + (records == 1 ? " record" : " records")
                    + "; smc drift compares it with the service, and smc adopt takes over what it lacks");
        }
    }

    private @Nullable Path write(boolean damaged, String account, TakeOverReport report) throws IOException {
        Consumer<Journal> fill = journal -> {
            journal.bindAccount(account);
            TakeOvers.write(journal, report);
        };
        if (damaged) {
            return Journals.replace(state, JournalOptions.defaults(), fill).orElse(null);
        }
        try (Journal journal = Journals.open(state)) {
            requireEmpty(journal);
            fill.accept(journal);
        }
        return null;
    }

    /** The state as shown; an address may hold a password. */
    private String location() {
        try (StateView view = Journals.openReadOnly(state)) {
            return view.info().location();
        }
    }
}
