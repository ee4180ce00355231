package io.camelsmc.cli.command;

import io.camelsmc.account.AccountReader;
import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.options.ServiceOptions;
import io.camelsmc.cli.options.ServiceSession;
import io.camelsmc.cli.options.SheetOptions;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.drift.DriftJson;
import io.camelsmc.drift.DriftReport;
import io.camelsmc.drift.DriftText;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.provision.pace.PatientReads;
import io.camelsmc.run.AccountCheck;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.Journals;
import io.camelsmc.state.StateView;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code smc drift}: in what journal and service disagree. Changes nothing. */
@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the journal with the service, job by job, and names jobs that the journal does not know.",
            "A job is as recorded, changed outside, missing, in error, expired or finished. Changes nothing, here or"
                    + " there.",
        })
public final class DriftCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Waves; only jobs of their sources are compared (default: the whole journal).")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private SheetOptions waves = new SheetOptions();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Option(names = "--ignore-unknown", description = "Leave out jobs that the journal does not know.")
    private boolean ignoreUnknown;

    @Option(names = "--json", description = "Print everything as one JSON object.")
    private boolean json;

    @Option(names = "--detailed-exitcode", description = "Exit with 2 when there is drift.")
    private boolean detailedExitCode;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Set<String> sources = files.isEmpty() ? null : sources(waves.read(files, service, err));
        try (ServiceSession session = service.open(err);
                StateView state = Journals.openReadOnly(session.settings().state());
                SmcClient client = session.settings().client()) {
            String account = client.accountScope();
            AccountCheck.require(state.info(), account);
            DriftReport report = compare(state, client, sources, err);
            if (json) {
                DriftJson.write(report, account, state.info(), out);
            } else {
                DriftText.of(report).forEach(out::println);
            }
            out.flush();
            return (detailedExitCode && report.drifted() ? ExitCode.CHANGES_PENDING : ExitCode.OK).code();
        }
    }

    private DriftReport compare(StateView state, SmcClient client, @Nullable Set<String> sources, PrintWriter err)
            throws SmcException {
        List<JobRecord> records = state.list().stream()
                .filter(record ->
                        sources == null || sources.contains(record.key().sourceId()))
                .toList();
        Set<String> expected = records.stream()
                .map(JobRecord::jobId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
        AccountReader.Census census = new AccountReader(PatientReads.standard(client)).everyJob(expected);
        if (census.unseen() > 0) {
            err.println("warning: the service counts " + census.counted() + " jobs and listed "
                    + census.jobs().size() + "; jobs that the journal does not know may be missing here");
        }
        List<ObservedJob> jobs = census.jobs().stream()
                .filter(job -> sources == null
                        || sources.contains(String.valueOf(job.attributes().sourceId())))
                .toList();
        DriftReport report = DriftReport.of(records, jobs);
        return ignoreUnknown ? report.withoutUnknown() : report;
    }

    private static Set<String> sources(List<DesiredRow> rows) {
        return rows.stream()
                .map(DesiredRow::spec)
                .filter(Objects::nonNull)
                .map(ReplicationJobSpec::sourceId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
    }
}
