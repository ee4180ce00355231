package io.camelsmc.cli.command;

import io.camelsmc.account.AccountReader;
import io.camelsmc.cli.exit.ProcessEnd;
import io.camelsmc.cli.options.Approval;
import io.camelsmc.cli.options.ServiceOptions;
import io.camelsmc.cli.options.ServiceSession;
import io.camelsmc.cli.options.SheetOptions;
import io.camelsmc.cli.options.TakeOverExit;
import io.camelsmc.cli.view.UsageMessage;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.AbortException;
import io.camelsmc.diag.SafeText;
import io.camelsmc.provision.pace.PatientReads;
import io.camelsmc.run.AccountCheck;
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
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code smc state rebuild}: a journal from what the service reports, where there is none or a damaged one. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = {
            "Rebuilds a journal that is missing, empty or damaged from the jobs that the service reports.",
            "Shows what it would write and asks first. A damaged database is set aside, never deleted.",
        })
final class StateRebuildCommand implements Callable<Integer> {

    private static final String UNDONE = "nothing was written";

    @Option(
            names = "--from",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Waves; a row that equals a job settles its address, its generation and its values.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private SheetOptions waves = new SheetOptions();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private Approval approval = new Approval();

    @Option(
            names = "--json",
            description = "Print what is written as one JSON object; everything else goes to standard error.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        UsageMessage.refuseOptions(spec.commandLine(), files);
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter screen = json ? err : spec.commandLine().getOut();
        List<DesiredRow> rows = waves.read(files, service, err);
        try (ServiceSession session = service.open(err);
                SmcClient client = session.settings().client()) {
            String state = session.settings().state();
            String account = client.accountScope();
            boolean damaged = damaged(state, account, err);
            Reconstruction found = reconstruct(client, account, rows);
            TakeOverReport report = TakeOverReport.rebuilt(found);
            report.text("Rebuild from the service:").forEach(screen::println);
            if (rows.isEmpty() && !found.takeOvers().isEmpty()) {
                screen.println("Waves and generations that deleted jobs had are not known to the service;"
                        + " --from FILE takes them from the waves.");
            }
            screen.flush();
            if (damaged || !found.takeOvers().isEmpty()) {
                approval.require("Write this journal", UNDONE, screen);
                ProcessEnd.CURRENT.windUp();
                write(state, damaged, account, report, screen);
            } else {
                screen.println(UNDONE + ": there is nothing to write");
            }
            if (json) {
                spec.commandLine().getOut().println(report.json(account, state(state)));
            }
            spec.commandLine().getOut().flush();
            return TakeOverExit.of(report).code();
        }
    }

    /** Whether the state is damaged; one that holds something is refused. */
    private static boolean damaged(String state, String account, PrintWriter err) {
        try (StateView view = Journals.openReadOnly(state)) {
            AccountCheck.require(view.info(), account);
            requireEmpty(view);
            return false;
        } catch (DamageException e) {
            if (isAddress(state)) {
                throw AbortException.cannotRun(
                        e.getMessage() + "\na PostgreSQL state is set aside with the tools of the database: rename its"
                                + " schema, make an empty one of the old name, and run the same command again",
                        e);
            }
            err.println(SafeText.escape(String.valueOf(e.getMessage())));
            return true;
        }
    }

    private static void requireEmpty(StateView view) {
        int records = view.list().size();
        if (records > 0) {
            throw AbortException.cannotRun(UNDONE + ": " + view.info().location() + " is sound and holds " + records
                    + " records; smc drift compares it with the service, and smc adopt takes over what it lacks");
        }
    }

    private static Reconstruction reconstruct(SmcClient client, String account, List<DesiredRow> rows)
            throws SmcException {
        AccountReader.Census census = new AccountReader(PatientReads.standard(client)).everyJob(List.of());
        AccountCheck.require(census);
        return Reconstruction.of(account, census.jobs(), rows, List.of());
    }

    private static void write(String state, boolean damaged, String account, TakeOverReport report, PrintWriter screen)
            throws IOException {
        Consumer<Journal> fill = journal -> {
            journal.bindAccount(account);
            TakeOvers.write(journal, report);
        };
        Optional<Path> aside = Optional.empty();
        if (damaged) {
            aside = Journals.replace(state, JournalOptions.defaults(), fill);
        } else {
            try (Journal journal = Journals.open(state)) {
                requireEmpty(journal);
                fill.accept(journal);
            }
        }
        screen.println("Rebuilt: " + report.takeOvers().size() + " jobs in " + state(state));
        aside.ifPresent(file -> screen.println("What was there before lies in " + SafeText.escape(file.toString())));
        screen.flush();
    }

    private static boolean isAddress(String state) {
        return state.startsWith("jdbc:");
    }

    /** The state as shown; an address may hold a password. */
    private static String state(String state) {
        try (StateView view = Journals.openReadOnly(state)) {
            return view.info().location();
        }
    }
}
