package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.options.JobFilter;
import io.camelsmc.cli.options.OpenAccount;
import io.camelsmc.cli.options.ServiceOptions;
import io.camelsmc.cli.options.Sheets;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.AbortException;
import io.camelsmc.diag.Count;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.provision.pace.Pace;
import io.camelsmc.run.ExportRun;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.spec.read.Defaults;
import io.camelsmc.state.StateView;
import io.camelsmc.wave.WaveInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code smc export}: waves of any format, or the jobs of an account, as one sheet that reads back as the same jobs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes waves of any format as one CSV sheet that reads back as the same jobs; with --from-service the jobs"
                    + " of the account instead.",
            "The values of a wave file's own defaults are written into the rows; those of defaults.yaml only with"
                    + " --resolve.",
        })
public final class ExportCommand implements Callable<Integer> {

    private static final List<String> SERVICE_ONLY =
            List.of("--endpoint", "--emulator", "--account-id", "--state", "--name-prefix", "--tag", "--status");

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Waves to write.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--from-service",
            description = {
                "Write the jobs of the account; --region then takes those of one region only.",
                "_job_id and _status, and times that cannot be asked for again, stand in columns that are ignored when"
                        + " the sheet is read."
            })
    private boolean fromService;

    @Mixin
    private JobFilter filter = new JobFilter();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Write a new file instead of standard output.")
    private @Nullable Path target;

    @Option(names = "--resolve", description = "Write the values of defaults.yaml and of --region into the rows, too.")
    private boolean resolve;

    @Option(
            names = "--defaults",
            paramLabel = "FILE",
            description = "With --resolve: defaults for all inputs (default: defaults.yaml beside each).")
    private @Nullable Path defaults;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private long problems;

    @Override
    public Integer call() throws Exception {
        checkUsage();
        ExportRun run = new ExportRun(this::open, this::report);
        try {
            if (fromService) {
                writeJobs(run);
            } else {
                writeFiles(run);
            }
        } catch (FileAlreadyExistsException e) {
            throw AbortException.cannotRun(target + " is there already; choose another --out", e);
        } catch (IOException e) {
            throw AbortException.cannotRun("cannot write the sheet: " + e.getMessage(), e);
        }
        return (problems > 0 ? ExitCode.ROWS_FAILED : ExitCode.OK).code();
    }

    private void checkUsage() {
        CommandLine.ParseResult given = spec.commandLine().getParseResult();
        String wrong = null;
        if (fromService == !files.isEmpty()) {
            wrong = "name the waves to write, or give --from-service, not both";
        } else if (!resolve && (defaults != null || (service.region() != null && !fromService))) {
            wrong = "--defaults and --region go with --resolve";
        } else if (fromService && resolve) {
            wrong = "--resolve goes with files";
        } else if (!fromService) {
            wrong = SERVICE_ONLY.stream()
                    .filter(given::hasMatchedOption)
                    .map(option -> option + " goes with --from-service")
                    .findFirst()
                    .orElse(null);
        }
        if (wrong != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), wrong);
        }
    }

    private void writeJobs(ExportRun run) throws IOException, SmcException {
        PrintWriter err = spec.commandLine().getErr();
        try (OpenAccount<StateView> account = OpenAccount.reading(service.open(err))) {
            int jobs = run.jobs(account.access(Pace.standard()), job -> filter.matches(job, service.region()));
            err.println(Count.of(jobs, "job") + " written");
            err.flush();
        }
    }

    private void writeFiles(ExportRun run) throws IOException, DamagedInputException {
        List<WaveInput> inputs = Sheets.inputs(files, defaults, service.region());
        if (!resolve) {
            inputs = inputs.stream()
                    .map(input -> new WaveInput(input.file(), Defaults.none()))
                    .toList();
        }
        run.waves(inputs);
    }

    private void report(Diagnostic problem) {
        problems++;
        PrintWriter err = spec.commandLine().getErr();
        err.println(problem.renderWithRule());
        err.flush();
    }

    private Writer open() throws IOException {
        if (target != null) {
            return Files.newBufferedWriter(target, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        }
        PrintWriter out = spec.commandLine().getOut();
        return new Writer() {
            @Override
            public void write(char[] text, int from, int length) {
                out.write(text, from, length);
            }

            @Override
            public void flush() {
                out.flush();
            }

            @Override
            public void close() {
                out.flush();
            }
        };
    }
}
