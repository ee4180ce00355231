package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.exit.SignalWatch;
import io.camelsmc.cli.options.Approval;
import io.camelsmc.cli.options.FailureLimitText;
import io.camelsmc.cli.options.PlanInputs;
import io.camelsmc.cli.options.RunCircumstances;
import io.camelsmc.cli.options.RunOutputs;
import io.camelsmc.cli.options.ServiceSession;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.SafeText;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.Plan;
import io.camelsmc.plan.file.PlanText;
import io.camelsmc.provision.Provisioner;
import io.camelsmc.provision.SpecCheck;
import io.camelsmc.provision.pace.Pace;
import io.camelsmc.provision.pace.PaceOptions;
import io.camelsmc.provision.pace.ProvisionOptions;
import io.camelsmc.provision.pace.Sleeper;
import io.camelsmc.run.ApplyRun;
import io.camelsmc.run.CallCounter;
import io.camelsmc.run.FailureLimit;
import io.camelsmc.run.RunResult;
import io.camelsmc.run.RunStop;
import io.camelsmc.run.SendTrace;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.SpecChecker;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.state.Journal;
import io.camelsmc.state.Journals;
import io.camelsmc.wave.CheckedRows;
import io.camelsmc.wave.WaveInput;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What every command does that makes a plan so: shows it, asks, runs it with its guards, reports. Where the plan comes from
 * is the command's own.
 */
abstract class ApplyFlow implements Callable<Integer> {

    @Mixin
    private PlanInputs inputs = new PlanInputs();

    @Mixin
    private RunOutputs outputs = new RunOutputs();

    @Mixin
    private Approval approval = new Approval();

    @Option(
            names = "--max-create",
            paramLabel = "N",
            description = "Make nothing if more than N jobs would be made (exit 4).")
    private @Nullable Integer maxCreate;

    @Option(
            names = "--max-fail",
            paramLabel = "N|P%%",
            converter = FailureLimitText.class,
            description = {
                "Start no further row once more than N rows, or P %% of the rows tried (from 20 on), ended in rejected,",
                "conflict or failed (exit 4)."
            })
    private FailureLimit maxFail = FailureLimit.NONE;

    @Option(names = "--strict", description = "Send nothing if any row is invalid (exit 3).")
    private boolean strict;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "8",
            description = "Calls in flight at most, 1 to 64 (default: ${DEFAULT-VALUE}).")
    private int parallelism = 8;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "5",
            description = "Calls a second at most; 0 for no bound but the service's own (default: ${DEFAULT-VALUE}).")
    private double rate = 5;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /**
     * What a command is asked to make so.
     *
     * @param rows the rows that are known before the journal is opened
     * @param waves the sheets that rows can be given back to
     * @param planner plans them
     */
    record Wanted(CheckedRows rows, List<WaveInput> waves, PlanMaker planner) {}

    /** Plans the rows of a command. */
    interface PlanMaker {

        /** With what the journal knows and the service reports. */
        Plan plan(Journal journal, SmcClient client, Pace pace) throws SmcException;

        /** With what the journal knows alone, for a report when the service does not answer. */
        Plan unasked(Journal journal, String account);
    }

    /** The files of the command line. */
    abstract List<Path> files();

    /** Reads what is wanted; a damaged input refuses it all. */
    abstract Wanted wanted(PlanInputs inputs, PrintWriter err) throws DamagedInputException;

    @Override
    public Integer call() throws Exception {
        if (parallelism < 1 || parallelism > 64 || !(rate >= 0) || (maxCreate != null && maxCreate < 0)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--parallelism takes 1 to 64, --rate and --max-create take numbers from 0");
        }
        try (RunOutputs opened = outputs) {
            opened.open();
            return apply().code();
        }
    }

    private ExitCode apply() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter screen = outputs.json() ? err : out;
        inputs.of(files());
        Wanted wanted = wanted(inputs, err);
        outputs.keepRows(wanted.waves());
        SendTrace trace = new SendTrace(Clock.systemUTC());
        CallCounter counter = new CallCounter();
        try (ServiceSession session = inputs.open(wanted.rows(), err);
                Journal journal = Journals.open(session.settings().state());
                SmcClient client = SmcClients.intercepted(session.settings().client(), trace, counter)) {
            journal.bindAccount(client.accountScope());
            Pace pace = Pace.of(PaceOptions.standard().withRate(rate).withParallelism(parallelism));
            Plan plan;
            RunStop refusal;
            try {
                plan = wanted.planner().plan(journal, client, pace);
                refusal = strict(plan);
            } catch (SmcException e) {
                plan = wanted.planner().unasked(journal, client.accountScope());
                refusal = unanswered(e);
                screen.println("The service could not be asked: " + SafeText.escape(String.valueOf(e.getMessage()))
                        + "; what follows is from the journal alone, and nothing is sent");
            }
            refusal = refusal == null ? guard(plan) : refusal;
            boolean asks = refusal == null && plan.hasPendingChanges() && !approval.given();
            if (asks) {
                PlanText.of(plan).forEach(screen::println);
            } else if (!outputs.quiet()) {
                // Nobody decides on it, and the result names the rows that need attention.
                PlanText.brief(plan).forEach(screen::println);
            }
            screen.flush();
            if (refusal == null && plan.hasPendingChanges()) {
                approval.require("Apply this plan", "nothing was made", screen);
            }
            ApplyRun run =
                    new ApplyRun(plan, trace, maxFail, outputs.listener(err), counter::counts, Clock.systemUTC());
            counter.onThrottled(run::throttled);
            RunResult result = refusal == null ? run(run, client, journal, pace) : run.withoutSending(refusal);
            RunCircumstances circumstances = new RunCircumstances(
                    session, inputs.files(), spec.commandLine().getParseResult().originalArgs());
            ExitCode exit = outputs.publish(result, circumstances, out, err);
            if (result.failure() != null) {
                throw result.failure();
            }
            return exit;
        }
    }

    /** What is known without the service is reported all the same, so that every row is accounted for. */
    private static RunStop unanswered(SmcException cause) {
        return RunStop.of(
                cause.accountWide() ? RunStop.Kind.ACCOUNT : RunStop.Kind.OUTAGE,
                "nothing was sent, since the service could not be asked what is there: " + cause.getMessage(),
                cause);
    }

    /** Why nothing may be sent since a row is invalid; null when it may. */
    private @Nullable RunStop strict(Plan plan) {
        long invalid = plan.counts().getOrDefault(Action.INVALID, 0L);
        if (!strict || invalid == 0) {
            return null;
        }
        return RunStop.of(
                RunStop.Kind.STRICT,
                "nothing was sent: " + invalid + " of " + plan.changes().size()
                        + " rows are invalid, and --strict allows none; correct them, or leave --strict out to send the others");
    }

    /** Why nothing may be sent since too many jobs would be made; null when it may. */
    private @Nullable RunStop guard(Plan plan) {
        long creates = plan.counts().getOrDefault(Action.CREATE, 0L);
        if (maxCreate == null || creates <= maxCreate) {
            return null;
        }
        return RunStop.of(
                RunStop.Kind.MAX_CREATE,
                "nothing was made: " + creates + " jobs would be, and --max-create allows " + maxCreate
                        + "; raise it, or choose fewer rows with --target");
    }

    private RunResult run(ApplyRun run, SmcClient client, Journal journal, Pace pace) {
        SpecCheck check = (row, now) -> SpecChecker.check(
                row, CheckContext.at(now).allowErase(inputs.service().allowErase()));
        Provisioner provisioner = new Provisioner(
                client,
                journal,
                check,
                ProvisionOptions.standard(),
                pace,
                Clock.systemUTC(),
                Sleeper.REAL,
                () -> ThreadLocalRandom.current().nextLong());
        return SignalWatch.during(() -> run.run(provisioner, parallelism));
    }
}
