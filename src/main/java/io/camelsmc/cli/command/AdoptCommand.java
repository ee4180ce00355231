package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.ProcessEnd;
import io.camelsmc.cli.options.Approval;
import io.camelsmc.cli.options.JobSelection;
import io.camelsmc.cli.options.OpenAccount;
import io.camelsmc.cli.options.ProfileOption;
import io.camelsmc.cli.options.ServiceOptions;
import io.camelsmc.cli.options.SheetOptions;
import io.camelsmc.cli.options.TakeOverExit;
import io.camelsmc.cli.view.UsageMessage;
import io.camelsmc.diag.Count;
import io.camelsmc.provision.pace.Pace;
import io.camelsmc.run.TakeOverConsent;
import io.camelsmc.run.TakeOverOptions;
import io.camelsmc.run.TakeOverResult;
import io.camelsmc.run.TakeOverRun;
import io.camelsmc.state.Journal;
import io.camelsmc.takeover.TakeOverReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
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
    private ProfileOption edition = new ProfileOption();

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
        TakeOverOptions options = files.isEmpty()
                ? TakeOverOptions.picked(selection::matches, Set.copyOf(selection.jobIds()))
                : TakeOverOptions.ofRows(waves.read(files, service, edition.profile(), err));
        TakeOverConsent consent = (report, writes) -> {
            report.text("Adopt:").forEach(screen::println);
            screen.flush();
            if (writes) {
                approval.require("Take these jobs over", "nothing was taken over", screen);
            }
            ProcessEnd.CURRENT.windUp();
            return true;
        };
        try (OpenAccount<Journal> account = OpenAccount.writing(service.open(err))) {
            TakeOverResult result = new TakeOverRun(account.access(Pace.standard()), options, consent).run();
            TakeOverReport report = result.report();
            if (result.written()) {
                screen.println("Adopted: " + Count.of(report.takeOvers().size(), "job") + " in " + result.location());
                screen.flush();
            }
            if (json) {
                spec.commandLine().getOut().println(report.json(result.account(), result.location()));
            }
            spec.commandLine().getOut().flush();
            return TakeOverExit.of(report).code();
        }
    }
}
