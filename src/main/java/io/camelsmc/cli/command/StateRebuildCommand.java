package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.ProcessEnd;
import io.camelsmc.cli.options.Approval;
import io.camelsmc.cli.options.ProfileOption;
import io.camelsmc.cli.options.ServiceOptions;
import io.camelsmc.cli.options.ServiceSession;
import io.camelsmc.cli.options.SheetOptions;
import io.camelsmc.cli.options.TakeOverExit;
import io.camelsmc.cli.view.UsageMessage;
import io.camelsmc.client.SmcClient;
import io.camelsmc.diag.Count;
import io.camelsmc.diag.SafeText;
import io.camelsmc.provision.pace.Pace;
import io.camelsmc.run.RebuildRun;
import io.camelsmc.run.TakeOverConsent;
import io.camelsmc.run.TakeOverResult;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.takeover.TakeOverReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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

    @Option(
            names = "--from",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Waves; a row that equals a job settles its address, its generation and its values.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private SheetOptions waves = new SheetOptions();

    @Mixin
    private ProfileOption edition = new ProfileOption();

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
        List<DesiredRow> rows = waves.read(files, service, edition.profile(), err);
        TakeOverConsent consent = (report, writes) -> {
            report.text("Rebuild from the service:").forEach(screen::println);
            if (rows.isEmpty() && !report.takeOvers().isEmpty()) {
                screen.println("The service knows neither waves nor the generations of deleted jobs;"
                        + " --from FILE takes them from the waves.");
            }
            screen.flush();
            if (writes) {
                approval.require("Write this journal", RebuildRun.UNDONE, screen);
                ProcessEnd.CURRENT.windUp();
            }
            return true;
        };
        try (ServiceSession session = service.open(err);
                SmcClient client = session.settings().client()) {
            TakeOverResult result = new RebuildRun(
                            client, Pace.standard(), session.settings().state(), consent, err::println)
                    .run(rows);
            TakeOverReport report = result.report();
            if (result.written()) {
                screen.println("Rebuilt: " + Count.of(report.takeOvers().size(), "job") + " in " + result.location());
            } else {
                screen.println(RebuildRun.UNDONE + ": there is nothing to write");
            }
            if (result.aside() != null) {
                screen.println("What was there before lies in "
                        + SafeText.escape(result.aside().toString()));
            }
            screen.flush();
            if (json) {
                spec.commandLine().getOut().println(report.json(result.account(), result.location()));
            }
            spec.commandLine().getOut().flush();
            return TakeOverExit.of(report).code();
        }
    }
}
