package io.camelsmc.cli;

import io.camelsmc.apply.AccountReader;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.Plan;
import io.camelsmc.plan.PlanJson;
import io.camelsmc.plan.PlanLimits;
import io.camelsmc.plan.PlanText;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.state.Journals;
import io.camelsmc.state.StateView;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
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
final class PlanCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Waves (CSV, YAML, JSON, NDJSON), planned as one.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--offline", description = "Plan from the files and the journal alone.")
    private boolean offline;

    @Option(names = "--json", description = "Print the whole plan as one JSON object.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Also write the whole plan, as JSON, to this file.")
    private @Nullable Path out;

    @Option(
            names = "--detailed-exitcode",
            description = "Exit with 2 when jobs would be made or taken over and no row needs attention.")
    private boolean detailedExitCode;

    @Option(
            names = "--defaults",
            paramLabel = "FILE",
            description = "Defaults for all inputs (default: defaults.yaml beside each).")
    private @Nullable Path defaults;

    @Option(
            names = "--job-quota",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Jobs that the account may hold (default: ${DEFAULT-VALUE}).")
    private int jobQuota = 1000;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        CheckedRows checked = read(err);
        Plan plan;
        try (ServiceSession session = service.open(err)) {
            if (service.anySource()) {
                RehearsalSources.add(session.emulator(), checked.rows());
            }
            plan = plan(session.settings(), checked);
        }
        checked.findings().forEach(finding -> err.println(finding.render()));
        if (checked.parked() > 0) {
            err.println(checked.parked() + " rows are parked (enabled: false) and left out");
        }
        print(plan);
        return exit(plan).code();
    }

    private CheckedRows read(PrintWriter err) {
        CheckContext context = CheckContext.at(Instant.now()).allowErase(service.allowErase());
        try {
            return CheckedRows.of(WaveInput.of(files, defaults, service.region()), context);
        } catch (DamagedInputException e) {
            e.diagnostics().stream().map(Diagnostic::render).forEach(err::println);
            throw new CliException(
                    ExitCode.CANNOT_RUN, "the input is damaged and was refused as a whole; mend it and run again", e);
        }
    }

    private Plan plan(ServiceSettings settings, CheckedRows checked) throws SmcException {
        try (StateView state = Journals.openReadOnly(settings.state())) {
            PlanBuilder builder = new PlanBuilder(checked.rows(), state, new PlanLimits(jobQuota));
            if (offline) {
                return builder.offline(settings.accountId());
            }
            try (SmcClient client = settings.client()) {
                return builder.online(client.accountScope(), new AccountReader(client));
            }
        }
    }

    private void print(Plan plan) throws IOException {
        PrintWriter screen = spec.commandLine().getOut();
        if (json) {
            PlanJson.write(plan, screen);
        } else {
            PlanText.of(plan).forEach(screen::println);
        }
        screen.flush();
        if (out != null) {
            try (Writer file = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
                PlanJson.write(plan, file);
            } catch (IOException e) {
                throw new CliException(
                        ExitCode.CANNOT_RUN,
                        "cannot write the plan to " + out + " (" + e.getMessage() + "); check --out",
                        e);
            }
        }
    }

    private ExitCode exit(Plan plan) {
        Set<ExitCode> findings = EnumSet.of(ExitCode.OK);
        boolean attention = plan.changes().stream()
                .anyMatch(change -> change.action() == Action.INVALID || change.action() == Action.CONFLICT);
        if (attention) {
            findings.add(ExitCode.ROWS_FAILED);
        }
        if (plan.counts().getOrDefault(Action.BLOCKED, 0L) > 0) {
            findings.add(ExitCode.INCOMPLETE);
        }
        if (detailedExitCode && plan.hasPendingChanges()) {
            findings.add(ExitCode.CHANGES_PENDING);
        }
        return ExitCode.of(findings);
    }
}
