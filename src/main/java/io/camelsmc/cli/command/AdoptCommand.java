package io.camelsmc.cli.command;

import io.camelsmc.account.AccountReader;
import io.camelsmc.cli.exit.ProcessEnd;
import io.camelsmc.cli.options.Approval;
import io.camelsmc.cli.options.JobSelection;
import io.camelsmc.cli.options.ServiceOptions;
import io.camelsmc.cli.options.ServiceSession;
import io.camelsmc.cli.options.SheetOptions;
import io.camelsmc.cli.options.TakeOverExit;
import io.camelsmc.cli.view.UsageMessage;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.AbortException;
import io.camelsmc.provision.pace.PatientReads;
import io.camelsmc.run.AccountCheck;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.Journal;
import io.camelsmc.state.Journals;
import io.camelsmc.takeover.Reconstruction;
import io.camelsmc.takeover.TakeOverReport;
import io.camelsmc.takeover.TakeOvers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code smc adopt}: takes existing jobs over into the journal. Makes none. */
@Command(
        name = "adopt",
        mixinStandardHelpOptions = true,
        description = {
            "Takes existing jobs over into the journal. Makes no job and changes none.",
            "With waves those that equal their rows; without waves those of the account that are picked by --name-prefix,"
                    + " --tag or --job-id, as they are.",
            "Shows what it would take over and asks first.",
        })
public final class AdoptCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Waves (CSV, YAML, JSON, NDJSON), taken as one.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private SheetOptions waves = new SheetOptions();

    @Mixin
    private JobSelection selection = new JobSelection();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private Approval approval = new Approval();

    @Option(
            names = "--json",
            description = "Print the result as one JSON object; everything else goes to standard error.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        UsageMessage.refuseOptions(spec.commandLine(), selection.jobIds());
        if (files.isEmpty() != selection.given()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "give waves, or else --name-prefix, --tag or --job-id");
        }
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter screen = json ? err : spec.commandLine().getOut();
        List<DesiredRow> rows = waves.read(files, service, err);
        try (ServiceSession session = service.open(err);
                Journal journal = Journals.open(session.settings().state());
                SmcClient client = session.settings().client()) {
            String account = client.accountScope();
            journal.bindAccount(account);
            TakeOverReport report = files.isEmpty()
                    ? picked(journal, client, account)
                    : TakeOverReport.byRows(
                            rows, account, journal.list(), read(journal, client).jobs());
            report.text("Adopt:").forEach(screen::println);
            screen.flush();
            if (!report.takeOvers().isEmpty()) {
                approval.require("Take these jobs over", "nothing was taken over", screen);
            }
            ProcessEnd.CURRENT.windUp();
            TakeOvers.write(journal, report);
            if (!report.takeOvers().isEmpty()) {
                screen.println("Adopted: " + report.takeOvers().size() + " jobs in "
                        + journal.info().location());
            }
            screen.flush();
            if (json) {
                spec.commandLine()
                        .getOut()
                        .println(report.json(account, journal.info().location()));
            }
            spec.commandLine().getOut().flush();
            return TakeOverExit.of(report).code();
        }
    }

    private static AccountReader.Census read(Journal journal, SmcClient client) throws SmcException {
        Set<String> expected = journal.list().stream()
                .map(JobRecord::jobId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
        AccountReader.Census census = new AccountReader(PatientReads.standard(client)).everyJob(expected);
        AccountCheck.require(census);
        return census;
    }

    /** The picked jobs, each with the identity that it has among all jobs of its source. */
    private TakeOverReport picked(Journal journal, SmcClient client, String account) throws SmcException {
        AccountReader.Census census = read(journal, client);
        Set<String> missing = selection.missing(census.jobs());
        if (!missing.isEmpty()) {
            throw AbortException.rowsRefused("nothing was taken over: the service holds no job "
                    + String.join(", ", missing) + "; smc drift lists the jobs that the journal does not know");
        }
        Reconstruction found = Reconstruction.of(account, census.jobs(), List.of(), journal.list());
        return TakeOverReport.picked(found, selection::matches);
    }
}
