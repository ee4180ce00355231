package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.exit.SignalWatch;
import io.camelsmc.cli.options.Approval;
import io.camelsmc.cli.options.JobsOptions;
import io.camelsmc.cli.options.OpenAccount;
import io.camelsmc.cli.options.PaceChoice;
import io.camelsmc.cli.options.ServiceChoice;
import io.camelsmc.cli.options.VerbExit;
import io.camelsmc.cli.options.WaitOptions;
import io.camelsmc.diag.Count;
import io.camelsmc.lifecycle.Places;
import io.camelsmc.lifecycle.PlannedVerb;
import io.camelsmc.lifecycle.VerbRequest;
import io.camelsmc.report.VerbJson;
import io.camelsmc.report.VerbText;
import io.camelsmc.run.VerbConsent;
import io.camelsmc.run.VerbOptions;
import io.camelsmc.run.VerbRun;
import io.camelsmc.run.VerbRunResult;
import io.camelsmc.state.Journal;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The steps shared by start, stop, cutover, delete and extend: verdicts, consent, the verb, what became of it. */
abstract class VerbCommand implements Callable<Integer> {

    @Mixin
    private JobsOptions jobs = new JobsOptions();

    @Mixin
    private ServiceChoice service = new ServiceChoice();

    @Mixin
    private Approval approval = new Approval();

    @Mixin
    private PaceChoice pace = new PaceChoice();

    @Mixin
    private WaitOptions waiting = new WaitOptions();

    @Option(names = "--dry-run", description = "Show the verdicts and send nothing.")
    private boolean dryRun;

    @Option(
            names = "--json",
            description = "Print the result as one JSON object; everything else goes to standard error.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /** What is to be done. */
    abstract VerbRequest request();

    /** What cannot be undone about it, as a sentence for the prompt; empty when it can be. */
    String warning() {
        return "";
    }

    /** Jobs of the account that may run at once. */
    int quota() {
        return Places.STANDARD_QUOTA;
    }

    @Override
    public Integer call() throws Exception {
        pace.check(spec.commandLine());
        VerbRequest request = request();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter screen = json ? err : out;
        VerbOptions options = new VerbOptions(
                request, jobs.required(), quota(), dryRun, waiting.patience(), waiting.poll(), pace.parallelism());
        SignalWatch signals = new SignalWatch();
        try (OpenAccount<Journal> account = OpenAccount.writing(service.open())) {
            VerbConsent consent = (planned, sends) -> consent(planned, sends, request, screen, signals);
            VerbRunResult result;
            boolean interrupted;
            try {
                result = new VerbRun(account.access(pace.pace()), options, consent).run();
                interrupted = Thread.currentThread().isInterrupted();
            } finally {
                signals.end();
            }
            ExitCode exit = VerbExit.of(result, dryRun, interrupted);
            if (!dryRun) {
                VerbText.result(result).forEach(screen::println);
            }
            if (json) {
                out.println(VerbJson.of(result, dryRun, exit.code()));
            }
            screen.flush();
            out.flush();
            return exit.code();
        }
    }

    private boolean consent(
            List<PlannedVerb> planned, long sends, VerbRequest request, PrintWriter screen, SignalWatch signals) {
        VerbText.verdicts(request.verb(), planned).forEach(screen::println);
        screen.flush();
        if (!dryRun && (sends > 0 || waiting.patience() != null)) {
            if (!warning().isEmpty()) {
                screen.println(warning());
            }
            String word = request.verb().label();
            approval.require(
                    word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + " "
                            + Count.of(sends, "job")
                            + (sends < planned.size() && waiting.patience() != null
                                    ? " now, and those that wait as soon as they can be"
                                    : ""),
                    "nothing was sent",
                    screen);
        }
        signals.begin();
        return true;
    }
}
