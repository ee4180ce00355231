package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.options.StateChoice;
import io.camelsmc.diag.AbortException;
import io.camelsmc.diag.SafeText;
import io.camelsmc.state.JobEvent;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.StateView;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code smc state show}: everything the journal knows about one job, with its history. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows all the journal knows about a job, and its history.")
final class StateShowCommand implements Callable<Integer> {

    @Mixin
    private StateChoice choice = new StateChoice();

    @Parameters(paramLabel = "JOB", description = "A wave/name, a SourceId, a job name or a JobId.")
    private String wanted = "";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (StateView view = choice.open()) {
            List<JobRecord> found = view.list().stream().filter(this::matches).toList();
            if (found.isEmpty()) {
                throw AbortException.cannotRun("no job " + SafeText.excerpt(wanted) + " in "
                        + view.info().location()
                        + " (expected wave/name, SourceId, name or JobId); 'smc state list' shows what is there");
            }
            found.forEach(record -> show(view, record, out));
        }
        out.flush();
        return ExitCode.OK.code();
    }

    private boolean matches(JobRecord record) {
        return wanted.equals(record.address().toString())
                || wanted.equals(record.key().sourceId())
                || wanted.equals(record.name())
                || wanted.equals(record.jobId());
    }

    private static void show(StateView view, JobRecord record, PrintWriter out) {
        out.println(SafeText.escape(record.address().toString()));
        line(out, "state", record.state().toString());
        line(out, "job", record.jobId());
        line(out, "source", record.key().sourceId());
        line(out, "region", record.key().region());
        line(out, "account", record.key().account());
        line(out, "generation", Integer.toString(record.key().generation()));
        line(out, "name", record.name());
        line(out, "read from", record.origin() == null ? null : record.origin().toString());
        line(out, "token", record.token().value());
        line(out, "digest", record.digest());
        line(out, "code", record.code());
        line(out, "message", record.message());
        out.println("  request");
        record.parameters().forEach((name, value) -> out.println("    " + SafeText.escape(name + " = " + value)));
        out.println("  history");
        for (JobEvent event : view.history(record.key())) {
            out.println("    " + event.at() + "  " + event.state() + "  attempt " + event.attempt()
                    + (event.requestId() == null ? "" : "  RequestId " + SafeText.escape(event.requestId()))
                    + "  "
                    + SafeText.escape(Objects.requireNonNullElse(event.code(), ""))
                            .stripTrailing());
        }
    }

    private static void line(PrintWriter out, String label, @Nullable String value) {
        if (value != null) {
            out.println("  " + String.format("%-11s", label) + SafeText.escape(value));
        }
    }
}
