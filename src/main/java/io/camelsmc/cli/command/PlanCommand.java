package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.options.PlanInputs;
import io.camelsmc.cli.options.ServiceSession;
import io.camelsmc.cli.options.ServiceSettings;
import io.camelsmc.cli.view.NextSteps;
import io.camelsmc.cli.view.RequestText;
import io.camelsmc.cli.view.SharedOptions;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.AbortException;
import io.camelsmc.diag.SafeText;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.Plan;
import io.camelsmc.plan.file.PlanJson;
import io.camelsmc.plan.file.PlanText;
import io.camelsmc.provision.pace.Pace;
import io.camelsmc.run.AccountAccess;
import io.camelsmc.run.PlanRun;
import io.camelsmc.state.Journals;
import io.camelsmc.state.StateView;
import io.camelsmc.wave.CheckedRows;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code smc plan}: what would change. Changes nothing. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what would be done about every row of some waves, and why. Changes nothing.",
            "Asks the service what is there, unless --offline is given.",
        })
public final class PlanCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Waves (CSV, YAML, JSON, NDJSON), taken as one.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private PlanInputs inputs = new PlanInputs();

    @Option(names = "--offline", description = "Plan from the files and the journal alone.")
    private boolean offline;

    @Option(names = "--json", description = "Print the whole plan as one JSON object.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Also write the whole plan, as JSON, to this file.")
    private @Nullable Path out;

    @Option(
            names = "--show-requests",
            description =
                    "Also print every request that would be sent, parameter by parameter; --json holds them anyway.")
    private boolean showRequests;

    @Option(
            names = "--detailed-exitcode",
            description = "Exit with 2 when jobs would be created, changed or taken over and no row needs attention.")
    private boolean detailedExitCode;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        inputs.of(files);
        Plan saved = inputs.savedPlan(err);
        if (saved != null) {
            return show(saved).code();
        }
        if (offline && !json && out == null && !showRequests) {
            return summary(err).code();
        }
        CheckedRows checked = inputs.read(err);
        PlanRun run = new PlanRun(inputs.planning());
        Plan plan;
        List<String> requests;
        try (ServiceSession session = inputs.open(checked, err);
                StateView state = Journals.openReadOnly(session.settings().state())) {
            plan = plan(run, session.settings(), state, checked).of(inputs.digests());
            requests = showRequests && !json ? RequestText.of(plan, state) : List.of();
        }
        print(plan);
        requests.forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
        return exit(plan.counts()).code();
    }

    /** A saved plan, as it was made. */
    private ExitCode show(Plan saved) throws IOException {
        if (showRequests || out != null) {
            throw AbortException.wrongUsage(
                    "a saved plan is shown as it is; leave --out and --show-requests out, or name its waves");
        }
        print(saved);
        return exit(saved.counts());
    }

    /** The short way for sheets of any size: nobody wants the single rows. */
    private ExitCode summary(PrintWriter err) {
        ServiceSettings settings = inputs.service().settings();
        try (StateView state = Journals.openReadOnly(settings.state())) {
            PlanText text = inputs.summary(state, settings.accountId(), err);
            PrintWriter screen = spec.commandLine().getOut();
            text.lines().forEach(screen::println);
            details(text.counts(), screen);
            screen.flush();
            return exit(text.counts());
        }
    }

    private Plan plan(PlanRun run, ServiceSettings settings, StateView state, CheckedRows checked) throws SmcException {
        if (offline) {
            return run.offline(checked, state, settings.accountId());
        }
        try (SmcClient client = settings.client()) {
            return run.run(checked, AccountAccess.of(client, state, Pace.standard()));
        }
    }

    private void print(Plan plan) throws IOException {
        PrintWriter screen = spec.commandLine().getOut();
        if (json) {
            PlanJson.write(plan, screen);
        } else {
            PlanText.of(plan).forEach(screen::println);
            details(plan.counts(), screen);
        }
        screen.flush();
        if (out != null) {
            try (Writer file = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
                PlanJson.write(plan, file);
            } catch (IOException e) {
                throw AbortException.cannotRun(
                        "cannot write the plan to " + out + " (" + e.getMessage() + "); check --out", e);
            }
            saved(plan, out, json ? spec.commandLine().getErr() : screen);
        }
    }

    private void details(Map<Action, Long> counts, PrintWriter screen) {
        if (!showRequests && counts.getOrDefault(Action.CREATE, 0L) > 0) {
            screen.println("Each row: --json; each request: --show-requests");
        }
    }

    private void saved(Plan plan, Path file, PrintWriter screen) {
        String steps = plan.counts().entrySet().stream()
                .filter(count -> count.getKey().pending() && count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey().label())
                .collect(Collectors.joining(", "));
        List<String> words = new ArrayList<>(List.of("apply"));
        words.addAll(SharedOptions.among(spec.commandLine().getParseResult().originalArgs()));
        words.add(file.toString());
        screen.println(SafeText.escape("Saved: " + file + " (" + (steps.isEmpty() ? "nothing to do" : steps)
                + "); apply it with: " + NextSteps.command(words)));
        screen.flush();
    }

    private ExitCode exit(Map<Action, Long> counts) {
        Set<Action> found = EnumSet.noneOf(Action.class);
        counts.forEach((action, count) -> {
            if (count > 0) {
                found.add(action);
            }
        });
        Set<ExitCode> findings = EnumSet.of(ExitCode.OK);
        if (found.contains(Action.INVALID) || found.contains(Action.CONFLICT)) {
            findings.add(ExitCode.ROWS_FAILED);
        }
        if (found.contains(Action.BLOCKED)) {
            findings.add(ExitCode.INCOMPLETE);
        }
        if (detailedExitCode && found.stream().anyMatch(Action::pending)) {
            findings.add(ExitCode.CHANGES_PENDING);
        }
        return ExitCode.of(findings);
    }
}
