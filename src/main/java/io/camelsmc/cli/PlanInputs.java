package io.camelsmc.cli;

import io.camelsmc.apply.AccountReader;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.plan.Plan;
import io.camelsmc.plan.PlanLimits;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.state.StateView;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** The files of the command line. */
    List<Path> files() {
        return List.copyOf(files);
    }

    /** The inputs with what fills their gaps. */
    List<WaveInput> waves() throws DamagedInputException {
        return WaveInput.of(files, defaults, service.region());
    }

    /** Reads and checks all rows; a damaged input refuses them all. */
    CheckedRows read(PrintWriter err) {
        CheckContext context = CheckContext.at(Instant.now()).allowErase(service.allowErase());
        try {
            CheckedRows checked = CheckedRows.of(waves(), context);
            checked.findings().forEach(finding -> err.println(finding.render()));
            if (checked.parked() > 0) {
                err.println(checked.parked() + " rows are parked (enabled: false) and left out");
            }
            return checked;
        } catch (DamagedInputException e) {
            e.diagnostics().stream().map(Diagnostic::render).forEach(err::println);
            throw new CliException(
                    ExitCode.CANNOT_RUN, "the input is damaged and was refused as a whole; mend it and run again", e);
        }
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
        return builder(checked, state).offline(accountId);
    }

    /** Plans with what the service reports. */
    Plan online(CheckedRows checked, StateView state, SmcClient client) throws SmcException {
        return builder(checked, state).online(client.accountScope(), new AccountReader(client));
    }

    private PlanBuilder builder(CheckedRows checked, StateView state) {
        return new PlanBuilder(checked.rows(), state, new PlanLimits(jobQuota));
    }
}
