package io.camelsmc.cli;

import io.camelsmc.apply.AccountReader;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.DesiredRow;
import io.camelsmc.plan.Plan;
import io.camelsmc.plan.PlanLimits;
import io.camelsmc.plan.PlanText;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.state.StateView;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code plan} and {@code apply} have in common: the waves, the service, the journal. */
final class PlanInputs {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Waves (CSV, YAML, JSON, NDJSON), taken as one.")
    private List<Path> files = new ArrayList<>();

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

    ServiceOptions service() {
        return service;
    }

    /** Reads and checks all rows; a damaged input refuses them all. */
    CheckedRows read(PrintWriter err) {
        List<DesiredRow> rows = new ArrayList<>();
        CheckedStream stream = each(rows::add, err);
        return new CheckedRows(rows, stream.parked(), stream.findings());
    }

    /** Reads and checks all rows one by one, keeping none. */
    private CheckedStream each(Consumer<DesiredRow> action, PrintWriter err) {
        CheckContext context = CheckContext.at(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .allowErase(service.allowErase())
                .namesLookedUp();
        try {
            CheckedStream stream = CheckedStream.of(WaveInput.of(files, defaults, service.region()), context);
            stream.forEach(action);
            stream.findings().forEach(finding -> err.println(finding.render()));
            if (stream.parked() > 0) {
                err.println(stream.parked() + " rows are parked (enabled: false) and left out");
            }
            return stream;
        } catch (DamagedInputException e) {
            e.diagnostics().stream().map(Diagnostic::render).forEach(err::println);
            throw new CliException(
                    ExitCode.CANNOT_RUN, "the input is damaged and was refused as a whole; mend it and run again", e);
        }
    }

    /** The summary of a plan from the files and the journal alone, in memory that does not grow with the rows. */
    PlanText summary(StateView state, @Nullable String accountId, PrintWriter err) {
        PlanText text = new PlanText(true);
        Function<DesiredRow, Change> planner = builder(List.of(), state).eachOffline(accountId);
        each(row -> text.add(planner.apply(row)), err);
        return text;
    }

    /** Starts the service if it is embedded, with the servers that the rows speak of. */
    ServiceSession open(CheckedRows checked, PrintWriter err) {
        ServiceSession session = service.open(err);
        if (service.anySource()) {
            RehearsalSources.add(session.emulator(), checked.rows());
        }
        return session;
    }

    /** Plans from the files and the journal alone. */
    Plan offline(CheckedRows checked, StateView state, @Nullable String accountId) {
        return builder(checked.rows(), state).offline(accountId);
    }

    /** Plans with what the service reports. */
    Plan online(CheckedRows checked, StateView state, SmcClient client) throws SmcException {
        CheckedRows resolved = SourceLookup.resolve(checked, client);
        return builder(resolved.rows(), state).online(client.accountScope(), new AccountReader(client));
    }

    private PlanBuilder builder(List<DesiredRow> rows, StateView state) {
        return new PlanBuilder(rows, state, new PlanLimits(jobQuota));
    }
}
