package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.exit.SignalWatch;
import io.camelsmc.cli.options.JobsOptions;
import io.camelsmc.cli.options.OpenAccount;
import io.camelsmc.cli.options.PaceChoice;
import io.camelsmc.cli.options.ServiceChoice;
import io.camelsmc.cli.options.WaitOptions;
import io.camelsmc.cli.view.StatusWatch;
import io.camelsmc.diag.Count;
import io.camelsmc.diag.SafeText;
import io.camelsmc.lifecycle.JobStanding;
import io.camelsmc.lifecycle.Places;
import io.camelsmc.run.StatusRun;
import io.camelsmc.run.WaitGoal;
import io.camelsmc.run.WaitResult;
import io.camelsmc.run.WaitRun;
import io.camelsmc.state.StateView;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code smc wait}: waits until jobs are where they are to be. Changes nothing. */
@Command(
        name = "wait",
        mixinStandardHelpOptions = true,
        description = {
            "Waits until jobs of the journal are syncing, waiting for their cut-over, finished, stopped or gone.",
            "Ends with 0 when all are, with 3 when some will not get there by themselves, with 4 after --timeout.",
        })
public final class WaitCommand implements Callable<Integer> {

    private static final int SHOWN = 10;

    @Mixin
    private JobsOptions jobs = new JobsOptions();

    @Mixin
    private ServiceChoice service = new ServiceChoice();

    @Mixin
    private PaceChoice pace = new PaceChoice();

    @Option(
            names = "--for",
            required = true,
            paramLabel = "GOAL",
            converter = Goal.class,
            description = "syncing, waiting, finished, stopped or gone.")
    private WaitGoal goal = WaitGoal.FINISHED;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "8h",
            converter = WaitOptions.DurationText.class,
            description = "How long to wait, such as 90m, 8h or 2d (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofHours(8);

    @Option(
            names = "--poll",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = WaitOptions.DurationText.class,
            description = "How long between two looks at the service (default: ${DEFAULT-VALUE}).")
    private Duration poll = Duration.ofSeconds(30);

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        pace.check(spec.commandLine());
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        StatusWatch changes = StatusWatch.ofChanges(err);
        SignalWatch signals = new SignalWatch();
        try (OpenAccount<StateView> account = OpenAccount.reading(service.open())) {
            StatusRun status = new StatusRun(account.access(pace.pace()), jobs.required(), Places.STANDARD_QUOTA);
            signals.begin();
            boolean[] begun = {false};
            WaitResult result = new WaitRun(status, goal, timeout, poll)
                    .run(
                            now -> {
                                if (!begun[0]) {
                                    begun[0] = true;
                                    err.println("waiting for "
                                            + Count.of(now.jobs().size(), "job") + " to be " + goal.label());
                                }
                                changes.show(now);
                                err.flush();
                            },
                            trouble -> {
                                err.println("the service does not answer, the wait goes on: "
                                        + SafeText.escape(String.valueOf(trouble.getMessage())));
                                err.flush();
                            });
            signals.end();
            out.println(Count.of(result.reached(), "job") + " " + goal.label() + ", "
                    + (result.hopeless().size() + result.deleted()) + " will not get there, "
                    + result.waiting().size() + " still on the way");
            if (result.deleted() > 0) {
                out.println(
                        "  " + Count.was(result.deleted(), "job") + " deleted by smc delete and will not get there");
            }
            show("will not get there by itself", result.hopeless(), out);
            show("still on the way", result.waiting(), out);
            out.flush();
            return exit(result).code();
        } finally {
            signals.end();
        }
    }

    private static void show(String what, List<JobStanding> standings, PrintWriter out) {
        standings.stream()
                .limit(SHOWN)
                .forEach(job -> out.println("  "
                        + SafeText.escape(job.job().address().toString()) + " " + what + ": "
                        + SafeText.escape(job.whyNotFurther() + (job.advice().isEmpty() ? "" : "; " + job.advice()))));
        if (standings.size() > SHOWN) {
            out.println("  … and " + (standings.size() - SHOWN) + " more");
        }
    }

    private static ExitCode exit(WaitResult result) {
        Set<ExitCode> findings = EnumSet.of(ExitCode.OK);
        if (result.interrupted()) {
            findings.add(ExitCode.INTERRUPTED);
        }
        if (!result.waiting().isEmpty()) {
            findings.add(ExitCode.INCOMPLETE);
        }
        if (!result.hopeless().isEmpty() || result.deleted() > 0) {
            findings.add(ExitCode.ROWS_FAILED);
        }
        return ExitCode.of(findings);
    }

    /** Reads a goal in any case. */
    static final class Goal implements CommandLine.ITypeConverter<WaitGoal> {
        @Override
        public WaitGoal convert(String text) {
            for (WaitGoal goal : WaitGoal.values()) {
                if (goal.label().equalsIgnoreCase(text)) {
                    return goal;
                }
            }
            throw new CommandLine.TypeConversionException(
                    "'" + text + "' is no goal; choose syncing, waiting, finished, stopped or gone");
        }
    }
}
