package io.camelsmc.cli.options;

import io.camelsmc.diag.AbortException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import io.camelsmc.plan.PlanLimits;
import io.camelsmc.plan.PlannedInput;
import io.camelsmc.plan.Selection;
import io.camelsmc.plan.file.PlanText;
import io.camelsmc.run.InputDigests;
import io.camelsmc.run.PlanFile;
import io.camelsmc.run.PlanOptions;
import io.camelsmc.run.PlanRun;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.state.StateView;
import io.camelsmc.wave.CheckedRows;
import io.camelsmc.wave.WaveInput;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code plan} and {@code apply} have in common: the waves, the service, the journal. */
public final class PlanInputs {

    private List<Path> files = List.of();

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

    @Option(
            names = "--running-quota",
            paramLabel = "N",
            defaultValue = "50",
            description = "Jobs that the account may run at once (default: ${DEFAULT-VALUE}).")
    private int runningQuota = 50;

    @Mixin
    private ProfileOption edition = new ProfileOption();

    @Mixin
    private SelectionOptions choice = new SelectionOptions();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    /** What holds for the rows. */
    public PlanOptions planning() {
        return new PlanOptions(new PlanLimits(jobQuota, runningQuota), edition.profile(), service.allowErase());
    }

    /** The selected rows. */
    public Selection selection() {
        return choice.selection();
    }

    public ServiceOptions service() {
        return service;
    }

    /** What the inputs were made of. */
    public List<PlannedInput> digests() {
        return InputDigests.of(files, defaults);
    }

    /** The plan that was named instead of waves; null when waves were. */
    @Nullable
    public Plan savedPlan(PrintWriter err) {
        Plan saved = PlanFile.among(files);
        if (saved == null) {
            return null;
        }
        if (defaults != null) {
            throw AbortException.wrongUsage(
                    "a saved plan holds the values of its rows, defaults included; leave --defaults out, or name the waves");
        }
        InputDigests.changed(saved.inputs())
                .forEach(file -> err.println(
                        "note: " + file + " was changed after the plan was made; the plan is taken as it stands"));
        return choice.narrow(saved, err);
    }

    /** Takes the files of the command line. */
    public void of(List<Path> given) {
        files = List.copyOf(given);
    }

    /** The files of the command line. */
    public List<Path> files() {
        return List.copyOf(files);
    }

    /** The inputs with what fills their gaps. */
    public List<WaveInput> waves() throws DamagedInputException {
        return Sheets.inputs(files, defaults, service.region());
    }

    /** Reads and checks all rows; a damaged input refuses them all. */
    public CheckedRows read(PrintWriter err) {
        return Sheets.read(files, defaults, service.region(), context(), choice, err);
    }

    /** The summary of a plan from the files and the journal alone, in memory that does not grow with the rows. */
    public PlanText summary(StateView state, @Nullable String accountId, PrintWriter err) {
        PlanText text = new PlanText(true);
        Function<DesiredRow, Change> planner = new PlanRun(planning()).eachOffline(state, accountId);
        List<Diagnostic> findings = Sheets.each(
                files, defaults, service.region(), context(), choice, row -> text.add(planner.apply(row)), err);
        findings.forEach(text::add);
        return text;
    }

    /** Starts the service if it is embedded, with the servers that the rows speak of. */
    public ServiceSession open(CheckedRows checked, PrintWriter err) {
        ServiceSession session = service.open(err);
        if (service.anySource()) {
            RehearsalSources.add(session.emulator(), checked.rows());
        }
        return session;
    }

    private CheckContext context() {
        return planning().context(Sheets.now()).namesLookedUp();
    }
}
