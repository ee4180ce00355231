package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.options.StateChoice;
import io.camelsmc.diag.Count;
import io.camelsmc.diag.SafeText;
import io.camelsmc.report.StateJson;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import io.camelsmc.state.StateView;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code smc state list}: one line a job. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the jobs in the journal, one line each.")
final class StateListCommand implements Callable<Integer> {

    @Mixin
    private StateChoice choice = new StateChoice();

    @Option(names = "--wave", paramLabel = "WAVE", description = "Only jobs of this wave.")
    private @Nullable String wave;

    @Option(names = "--in", paramLabel = "STATE", description = "Only jobs in this state: ${COMPLETION-CANDIDATES}.")
    private @Nullable JobState in;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (StateView view = choice.open()) {
            List<JobRecord> records = view.list().stream()
                    .filter(record -> wave == null || record.address().wave().equals(wave))
                    .filter(record -> in == null || record.state() == in)
                    .toList();
            records.forEach(record -> out.println(json ? StateJson.line(record) : line(record)));
            if (!json) {
                spec.commandLine()
                        .getErr()
                        .println(Count.of(records.size(), "job") + " in "
                                + view.info().location());
            }
        }
        out.flush();
        return ExitCode.OK.code();
    }

    private static String line(JobRecord record) {
        return String.join(
                        "  ",
                        String.format("%-9s", record.state()),
                        SafeText.escape(record.address().toString()),
                        SafeText.escape(record.key().sourceId()),
                        SafeText.escape(record.key().region()),
                        "generation " + record.key().generation(),
                        Objects.requireNonNullElse(record.jobId(), "-"),
                        Objects.requireNonNullElse(record.code(), ""))
                .stripTrailing();
    }
}
