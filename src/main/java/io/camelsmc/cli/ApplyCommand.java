package io.camelsmc.cli;

import io.camelsmc.client.SmcClient;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import io.camelsmc.plan.PlanText;
import io.camelsmc.provision.Pace;
import io.camelsmc.provision.PaceOptions;
import io.camelsmc.provision.ProvisionOptions;
import io.camelsmc.provision.Provisioner;
import io.camelsmc.provision.Sleeper;
import io.camelsmc.provision.SpecCheck;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.SpecChecker;
import io.camelsmc.state.Journal;
import io.camelsmc.state.Journals;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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

    private static final int MAX_ATTENTION = 20;

    @Mixin
    private PlanInputs inputs = new PlanInputs();

    @Mixin
    private Approval approval = new Approval();

    @Option(
            names = "--max-create",
            paramLabel = "N",
            description = "Make nothing if more than N jobs would be made (exit 4).")
    private @Nullable Integer maxCreate;

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

    @Option(
            names = "--json",
            description = "Print the result as one JSON object; everything else goes to standard error.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (parallelism < 1 || parallelism > 64 || !(rate >= 0) || (maxCreate != null && maxCreate < 0)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--parallelism takes 1 to 64, --rate and --max-create take numbers from 0");
        }
        long start = System.nanoTime();
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter screen = json ? err : spec.commandLine().getOut();
        CheckedRows checked = inputs.read(err);
        try (ServiceSession session = inputs.open(checked, err);
                Journal journal = Journals.open(session.settings().state());
                CountingClient client = new CountingClient(session.settings().client())) {
            journal.bindAccount(client.accountScope());
            Pace pace = Pace.of(PaceOptions.standard().withRate(rate).withParallelism(parallelism));
            Plan plan = inputs.online(checked, journal, client, pace);
            PlanText.of(plan).forEach(screen::println);
            screen.flush();
            ApplyResult result = new ApplyResult(plan);
            if (plan.hasPendingChanges()) {
                guard(plan);
                approval.require("Apply this plan", "nothing was made", screen);
                run(plan, client, journal, pace, result);
            }
            result.finish();
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            ApplyReport.print(
                    result,
                    client,
                    elapsed,
                    json,
                    MAX_ATTENTION,
                    spec.commandLine().getOut(),
                    err);
            return result.exitCode().code();
        }
    }

    private void guard(Plan plan) {
        long creates = plan.counts().getOrDefault(Action.CREATE, 0L);
        if (maxCreate != null && creates > maxCreate) {
            throw new CliException(
                    ExitCode.INCOMPLETE,
                    "nothing was made: " + creates + " jobs would be, and --max-create allows " + maxCreate);
        }
    }

    private void run(Plan plan, SmcClient client, Journal journal, Pace pace, ApplyResult result) {
        List<ReplicationJobSpec> specs = plan.changes().stream()
                .filter(change -> change.action().pending())
                .map(Change::spec)
                .filter(Objects::nonNull)
                .toList();
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
        Thread worker = Thread.currentThread();
        Thread watch = new Thread(() -> interruptOnSignal(worker), "smc-apply-signal");
        watch.setDaemon(true);
        watch.start();
        try {
            provisioner.provisionAll(specs, parallelism, result);
        } catch (InterruptedException e) {
            result.interrupted();
        } finally {
            watch.interrupt();
        }
    }

    private static void interruptOnSignal(Thread worker) {
        try {
            ProcessEnd.CURRENT.awaitSignal();
            worker.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
