package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.options.OpenAccount;
import io.camelsmc.cli.options.ServiceOptions;
import io.camelsmc.cli.options.SheetOptions;
import io.camelsmc.diag.Count;
import io.camelsmc.drift.DriftJson;
import io.camelsmc.drift.DriftReport;
import io.camelsmc.drift.DriftText;
import io.camelsmc.provision.pace.Pace;
import io.camelsmc.run.DriftOptions;
import io.camelsmc.run.DriftResult;
import io.camelsmc.run.DriftRun;
import io.camelsmc.spec.check.ApiProfile;
import io.camelsmc.state.StateView;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code smc drift}: in what journal and service disagree. Changes nothing. */
@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the journal with the service, job by job, and names jobs that the journal does not know.",
            "A job is as recorded, changed outside, missing, in error, expired or finished. Changes nothing, here or"
                    + " there.",
        })
public final class DriftCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Waves; only jobs of their sources are compared (default: the whole journal).")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private SheetOptions waves = new SheetOptions();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Option(names = "--ignore-unknown", description = "Leave out jobs that the journal does not know.")
    private boolean ignoreUnknown;

    @Option(names = "--json", description = "Print everything as one JSON object.")
    private boolean json;

    @Option(names = "--detailed-exitcode", description = "Exit with 2 when there is drift.")
    private boolean detailedExitCode;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        DriftOptions options = ignoreUnknown ? DriftOptions.all().withoutUnknown() : DriftOptions.all();
        if (!files.isEmpty()) {
            options = options.of(waves.read(files, service, ApiProfile.DEFAULT, err));
        }
        try (OpenAccount<StateView> account = OpenAccount.reading(service.open(err))) {
            DriftResult result = new DriftRun(account.access(Pace.standard()), options).run();
            if (result.listed() < result.counted()) {
                err.println("warning: the service counts " + Count.of(result.counted(), "job") + " and listed "
                        + result.listed() + "; jobs that the journal does not know may be missing here");
            }
            DriftReport report = result.report();
            if (json) {
                DriftJson.write(report, result.account(), account.state().info(), out);
            } else {
                DriftText.of(report).forEach(out::println);
            }
            out.flush();
            return (detailedExitCode && report.drifted() ? ExitCode.CHANGES_PENDING : ExitCode.OK).code();
        }
    }
}
