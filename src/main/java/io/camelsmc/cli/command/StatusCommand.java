package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.exit.ProcessEnd;
import io.camelsmc.cli.options.JobsOptions;
import io.camelsmc.cli.options.OpenAccount;
import io.camelsmc.cli.options.PaceChoice;
import io.camelsmc.cli.options.ServiceChoice;
import io.camelsmc.cli.options.WaitOptions;
import io.camelsmc.cli.view.StatusWatch;
import io.camelsmc.lifecycle.Places;
import io.camelsmc.report.StatusJson;
import io.camelsmc.report.StatusText;
import io.camelsmc.run.StatusResult;
import io.camelsmc.run.StatusRun;
import io.camelsmc.state.StateView;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code smc status}: how the jobs of the journal stand in the service. Changes nothing. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Shows how the jobs of the journal stand: each wave with its health and progress, what needs a person, and what"
                    + " to do next.",
            "Changes nothing and needs no lock: a run may go on meanwhile. Without a selector it shows the whole journal.",
        })
public final class StatusCommand implements Callable<Integer> {

    @Mixin
    private JobsOptions jobs = new JobsOptions();

    @Mixin
    private ServiceChoice service = new ServiceChoice();

    @Mixin
    private PaceChoice pace = new PaceChoice();

    @Option(
            names = "--running-quota",
            paramLabel = "N",
            defaultValue = "50",
            description = "Jobs of the account that may run at once (default: ${DEFAULT-VALUE}).")
    private int quota = Places.STANDARD_QUOTA;

    @Option(names = "--wide", description = "Show a line for every job.")
    private boolean wide;

    @Option(
            names = "--watch",
            description = "Look again and again until interrupted; without a terminal, print a line for every change.")
    private boolean watch;

    @Option(
            names = "--poll",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = WaitOptions.DurationText.class,
            description = "How long between two looks with --watch (default: ${DEFAULT-VALUE}).")
    private Duration poll = Duration.ofSeconds(30);

    @Option(names = "--json", description = "Print everything as one JSON object; with --watch, one a line.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        pace.check(spec.commandLine());
        PrintWriter out = spec.commandLine().getOut();
        StatusWatch view = new StatusWatch(out, wide);
        try (OpenAccount<StateView> account = OpenAccount.reading(service.open())) {
            StatusRun run = new StatusRun(account.access(pace.pace()), jobs.selection(), quota);
            do {
                StatusResult status = run.run();
                if (json) {
                    out.println(StatusJson.of(status));
                } else if (watch) {
                    view.show(status);
                } else {
                    (wide ? StatusText.wide(status) : StatusText.of(status)).forEach(out::println);
                }
                out.flush();
            } while (watch && !ProcessEnd.CURRENT.signalledWithin(poll.toMillis()));
            return ExitCode.OK.code();
        }
    }
}
