package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.ProcessEnd;
import io.camelsmc.cli.options.ProfileOption;
import io.camelsmc.cli.options.ServiceOptions;
import io.camelsmc.cli.options.ServiceSession;
import io.camelsmc.cli.route.PropertyFile;
import io.camelsmc.cli.route.RouteFiles;
import io.camelsmc.cli.route.RouteReport;
import io.camelsmc.cli.route.RouteResult;
import io.camelsmc.cli.route.RouteRunner;
import io.camelsmc.cli.view.CliLogging;
import io.camelsmc.diag.SafeText;
import io.camelsmc.spool.Spool;
import io.camelsmc.spool.SpoolDefaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code smc run}: starts Camel routes. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Starts Camel routes. Without a route: a CSV, YAML or JSON wave dropped in SPOOL/in is read row by row,"
                    + " and each row ends in SPOOL/out/<outcome or error class>/.",
        })
public final class RunCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ROUTE", description = "Route files (YAML) to start instead of the ready-made ones.")
    private List<Path> routes = new ArrayList<>();

    @Option(names = "--input", paramLabel = "FILE", description = "Copy this file into SPOOL/in first. Repeatable.")
    private List<Path> inputs = new ArrayList<>();

    @Option(
            names = "--defaults",
            paramLabel = "FILE",
            description = "Defaults for all waves (default: defaults.yaml beside each --input, or in SPOOL/in).")
    private @Nullable Path defaults;

    @Option(
            names = "--spool",
            paramLabel = "DIR",
            defaultValue = "spool",
            description = "Directory with in, work, out, done, partial, rejected and quarantine, all on one disk"
                    + " (default: ${DEFAULT-VALUE}).")
    private Path spool = Path.of("spool");

    @Option(
            names = "--drain",
            description = "End when the inputs are empty and nothing is in flight, instead of waiting for more.")
    private boolean drain;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "With --drain: give up after this time (exit 4).")
    private @Nullable Integer timeoutSeconds;

    @Option(
            names = {"-p", "--property"},
            paramLabel = "NAME=VALUE",
            description = "A property for placeholders and Camel itself, such as smc.redeliveries=5. Repeatable.")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Option(names = "--properties", paramLabel = "FILE", description = "A file of such properties.")
    private @Nullable Path propertiesFile;

    @Option(names = "--json", description = "Print the result of --drain as one JSON object.")
    private boolean json;

    @Option(
            names = {"-v", "--verbose"},
            description = "Log more.")
    private boolean verbose;

    @Mixin
    private ProfileOption edition = new ProfileOption();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (timeoutSeconds != null && (!drain || timeoutSeconds < 1)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--timeout takes a number of seconds from 1 and goes with --drain");
        }
        if (json && !drain) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--json goes with --drain");
        }
        if (verbose) {
            CliLogging.verbose();
        }
        Spool folders = new Spool(spool);
        folders.prepare();
        List<Path> chosen = RouteFiles.resolve(routes);
        inputs.forEach(folders::checkInput);
        try (ServiceSession session = service.open(spec.commandLine().getErr())) {
            ProcessEnd.CURRENT.windUp();
            Map<String, String> settings = new LinkedHashMap<>(PropertyFile.read(propertiesFile));
            SpoolDefaults spoolDefaults = new SpoolDefaults(folders);
            if (routes.isEmpty() || defaults != null || !inputs.isEmpty()) {
                Path chosenDefaults = spoolDefaults.choose(
                        defaults, inputs, spec.commandLine().getErr());
                if (chosenDefaults != null) {
                    settings.put("camel.component.smc.defaults", chosenDefaults.toString());
                }
            }
            inputs.forEach(folders::drop);
            settings.putIfAbsent("smc.spool", folders.root().toString());
            settings.putAll(session.settings().properties());
            if (spec.commandLine().getParseResult().hasMatchedOption("--profile")) {
                settings.put("camel.component.smc.apiProfile", edition.profile().name());
            }
            settings.putAll(properties);
            RouteRunner runner =
                    new RouteRunner(chosen, settings, spec.commandLine().getErr());
            if (!drain) {
                return runner.serve().code();
            }
            Duration limit = timeoutSeconds == null ? null : Duration.ofSeconds(timeoutSeconds);
            Set<Path> quarantined = folders.quarantined();
            RouteResult result = withUnread(runner.drain(limit), folders);
            result = withQuarantined(result, folders, quarantined);
            spoolDefaults.release();
            RouteReport.print(
                    result,
                    runner.attention(),
                    json,
                    spool.resolve("out"),
                    spec.commandLine().getOut());
            if (result.failure() != null) {
                spec.commandLine().getErr().println("error: " + result.failure());
            }
            return result.exitCode().code();
        }
    }

    /** A file that no route reads must not pass for a file without rows. */
    private RouteResult withUnread(RouteResult result, Spool folders) {
        // With other runners at work, a wave that the ready-made route takes may be back for a moment.
        List<String> unread = result.pending() > 0 || result.stopped()
                ? List.of()
                : folders.waiting().stream()
                        .filter(name -> !routes.isEmpty() || !folders.taken(name))
                        .toList();
        if (unread.isEmpty()) {
            return result;
        }
        String message = "no route reads these files of "
                + SafeText.escape(folders.root().resolve("in").toString())
                + ": " + SafeText.escape(String.join(", ", unread))
                + "; a wave ends in .csv, .tsv, .yaml, .yml, .json, .ndjson or .jsonl, is not empty and is no link";
        if (inputs.stream()
                .anyMatch(input -> unread.contains(input.getFileName().toString()))) {
            return result.failed(message);
        }
        spec.commandLine().getErr().println("warning: " + message);
        return result;
    }

    /** A file that was set aside has rows that nobody did; whoever reads the exit code must hear of it. */
    private static RouteResult withQuarantined(RouteResult result, Spool folders, Set<Path> before) {
        List<String> added = folders.quarantined().stream()
                .filter(file -> !before.contains(file))
                .map(file -> folders.root().relativize(file).toString())
                .sorted()
                .toList();
        return added.isEmpty()
                ? result
                : result.failed("runners died over " + SafeText.escape(String.join(", ", added))
                        + "; find out why in their logs, then move it to in/ to try again");
    }
}
