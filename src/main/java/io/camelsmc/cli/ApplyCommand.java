package io.camelsmc.cli;

import io.camelsmc.apply.ApplyRun;
import io.camelsmc.apply.FailureLimit;
import io.camelsmc.apply.RunResult;
import io.camelsmc.apply.RunStop;
import io.camelsmc.apply.SendTrace;
import io.camelsmc.client.SmcClient;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.Plan;
import io.camelsmc.plan.PlanText;
import io.camelsmc.provision.Pace;
import io.camelsmc.provision.PaceOptions;
import io.camelsmc.provision.ProvisionOptions;
import io.camelsmc.provision.Provisioner;
import io.camelsmc.provision.Sleeper;
import io.camelsmc.provision.SpecCheck;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.SpecChecker;
import io.camelsmc.state.Journal;
import io.camelsmc.state.Journals;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code smc apply}: makes it so. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the jobs of some waves exist, each exactly once in effect. Running it again changes nothing.",
            "Shows the plan and asks first; without a terminal it needs --auto-approve.",
        })
final class ApplyCommand implements Callable<Integer> {

    @Mixin
    private PlanInputs inputs = new PlanInputs();

    @Mixin
    private RunOutputs outputs = new RunOutputs();

    @Option(names = "--auto-approve", description = "Do not ask.")
    private boolean autoApprove;

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
        CheckedRows checked = inputs.read(err);
        outputs.keepRows(inputs.waves());
        SendTrace trace = new SendTrace(Clock.systemUTC());
        try (ServiceSession session = inputs.open(checked, err);
                Journal journal = Journals.open(session.settings().state());
                CountingClient client = new CountingClient(session.settings().client(), trace)) {
            journal.bindAccount(client.accountScope());
            Plan plan = inputs.online(checked, journal, client);
            if (!outputs.quiet() || !autoApprove) {
                PlanText.of(plan).forEach(screen::println);
                screen.flush();
            }
            RunStop refusal = strict(plan);
            if (refusal == null && plan.hasPendingChanges()) {
                guard(plan);
                if (!autoApprove) {
                    Approval.ask("Apply this plan?", screen);
                }
            }
            ApplyRun run = new ApplyRun(plan, trace, maxFail, outputs.listener(err), client::counts, Clock.systemUTC());
            client.onThrottled(run::throttled);
            RunResult result = refusal == null ? run(run, client, journal) : run.withoutSending(refusal);
            RunCircumstances circumstances = new RunCircumstances(
                    session, inputs.files(), spec.commandLine().getParseResult().originalArgs());
            ExitCode exit = outputs.publish(result, circumstances, out, err);
            if (result.failure() != null) {
                throw result.failure();
            }
            return exit;
        }
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
                        + " rows are invalid, and --strict allows none");
    }

    private void guard(Plan plan) {
        long creates = plan.counts().getOrDefault(Action.CREATE, 0L);
        if (maxCreate != null && creates > maxCreate) {
            throw new CliException(
                    ExitCode.INCOMPLETE,
                    "nothing was made: " + creates + " jobs would be, and --max-create allows " + maxCreate);
        }
    }

    private RunResult run(ApplyRun run, SmcClient client, Journal journal) {
        SpecCheck check = (row, now) -> SpecChecker.check(
                row, CheckContext.at(now).allowErase(inputs.service().allowErase()));
        Provisioner provisioner = new Provisioner(
                client,
                journal,
                check,
                ProvisionOptions.standard(),
                Pace.of(PaceOptions.standard().withRate(rate).withParallelism(parallelism)),
                Clock.systemUTC(),
                Sleeper.REAL,
                () -> ThreadLocalRandom.current().nextLong());
        return SignalWatch.during(() -> run.run(provisioner, parallelism));
    }
}
