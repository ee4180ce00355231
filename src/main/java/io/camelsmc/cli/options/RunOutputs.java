package io.camelsmc.cli.options;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.exit.Failures;
import io.camelsmc.cli.view.CliLogging;
import io.camelsmc.cli.view.ProgressDisplay;
import io.camelsmc.diag.AbortException;
import io.camelsmc.diag.SafeText;
import io.camelsmc.report.EventStream;
import io.camelsmc.report.ReportFolder;
import io.camelsmc.report.ReportText;
import io.camelsmc.report.SummaryJson;
import io.camelsmc.run.NextStep;
import io.camelsmc.run.RowOutcome;
import io.camelsmc.run.RunContext;
import io.camelsmc.run.RunListener;
import io.camelsmc.run.RunResult;
import io.camelsmc.run.SheetRows;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.wave.WaveInput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a run tells while it goes and when it is over: progress, events, reports, the result. */
public final class RunOutputs implements AutoCloseable {

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = {
                "Write report.html, .csv, .json, .xml (JUnit) and the rows to correct (WAVE.rejected.csv, WAVE.failed.csv) to",
                "DIR; earlier runs stay in DIR/runs."
            })
    private @Nullable Path report;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "Append every event as a line of JSON to FILE while it happens; - for standard error.")
    private @Nullable Path events;

    @Option(
            names = "--json",
            description = "Print the result as one JSON object; everything else goes to standard error.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, and no plan unless it is asked about: only the result.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Log each row on standard error instead of the progress.")
    private boolean verbose;

    private @Nullable ReportFolder folder;
    private @Nullable OutputStream stream;
    private List<SheetRows> sheets = List.of();

    public boolean json() {
        return json;
    }

    public boolean quiet() {
        return quiet;
    }

    /** Finds out that reports and events can be written, before anything is sent. */
    public void open() {
        if (!verbose) {
            CliLogging.quietRows();
        }
        try {
            if (report != null) {
                folder = ReportFolder.open(report);
            }
        } catch (IOException e) {
            throw unwritable("--report", Objects.requireNonNull(report), e);
        }
        try {
            if (events != null) {
                stream = events.toString().equals("-")
                        ? System.err
                        : Files.newOutputStream(events, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw unwritable("--events", Objects.requireNonNull(events), e);
        }
    }

    /** Keeps the rows as they are now, so that those which fail can be given back as they were. */
    public void keepRows(List<WaveInput> inputs) throws DamagedInputException {
        if (folder == null) {
            return;
        }
        List<SheetRows> kept = new ArrayList<>();
        for (WaveInput input : inputs) {
            List<InputRow> rows = new ArrayList<>();
            input.forEachRow(input.open(), rows::add);
            kept.add(new SheetRows(input.file(), rows));
        }
        sheets = kept;
    }

    /** Who hears of the run. */
    public RunListener listener(PrintWriter err) {
        List<RunListener> listeners = new ArrayList<>();
        boolean eventsOnScreen = stream == System.err;
        if (!quiet && !verbose && !eventsOnScreen) {
            boolean terminal = Boolean.getBoolean("smc.terminal.err");
            String noColour = System.getenv("NO_COLOR");
            listeners.add(new ProgressDisplay(
                    err, terminal, noColour == null || noColour.isEmpty(), () -> System.nanoTime() / 1_000_000));
        }
        if (verbose) {
            listeners.add(badRows(err));
        }
        if (stream != null) {
            listeners.add(new EventStream(stream, Clock.systemUTC(), e -> {
                err.println("warning: events are lost from here on: cannot write to " + events + " (" + e.getMessage()
                        + ")");
                err.flush();
            }));
        }
        return RunListener.all(listeners);
    }

    /** Rows that end well are in the log of those who settle them. */
    private static RunListener badRows(PrintWriter err) {
        return new RunListener() {
            @Override
            public void ended(RowOutcome row) {
                if (!row.outcome().good()) {
                    err.println(SafeText.escape(row.address() + ": "
                            + row.outcome().label() + " " + Objects.requireNonNullElse(row.code(), "")));
                    err.flush();
                }
            }
        };
    }

    /** Writes the reports, prints the result and says how the command ends. */
    public ExitCode publish(RunResult result, RunCircumstances circumstances, PrintWriter out, PrintWriter err) {
        ReportFolder.@Nullable Written written = null;
        ExitCode exit = ApplyExit.of(result);
        try {
            if (folder != null) {
                written = folder.write(
                        result, sheets, files -> circumstances.context(result, Objects.requireNonNull(report), files));
            }
        } catch (IOException | RuntimeException e) {
            // The run has happened: what it came to is said all the same.
            exit = ExitCode.of(List.of(exit, ExitCode.CANNOT_RUN));
            err.println("error: the run is over, but its report cannot be written to " + report + ": "
                    + Failures.message(e) + "; run the same command again to get one");
            err.flush();
        }
        if (json) {
            ObjectNode object = SummaryJson.of(result);
            if (written != null) {
                object.put("report", written.run().toString());
            }
            object.put("exit_code", exit.code());
            out.println(object);
            out.flush();
        }
        if (!json || !quiet) {
            List<String> files = written == null ? List.of() : written.rowFiles();
            text(result, written, circumstances.context(result, report, files), json ? err : out);
        }
        return exit;
    }

    private void text(
            RunResult result, ReportFolder.@Nullable Written written, RunContext context, PrintWriter target) {
        ReportText.of(result).forEach(target::println);
        if (written != null) {
            target.println("Report: " + SafeText.escape(report + ", kept in " + written.run()));
        } else if (!result.attention().isEmpty()) {
            target.println("The full list goes to a folder with --report DIR.");
        }
        for (NextStep step : context.next()) {
            target.println("Next: " + SafeText.escape(step.words()));
            if (step.command() != null) {
                target.println("  " + SafeText.escape(step.command()));
            }
        }
        target.flush();
    }

    private static AbortException unwritable(String option, Path where, IOException e) {
        String why = e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
        return AbortException.cannotRun(
                "cannot write to " + where + " (" + why + "); give a place that can be written with " + option, e);
    }

    @Override
    public void close() {
        if (stream != null && stream != System.err) {
            try {
                stream.close();
            } catch (IOException e) {
                // Every event was flushed as it was written.
            }
        }
    }
}
