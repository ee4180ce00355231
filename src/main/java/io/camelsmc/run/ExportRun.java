package io.camelsmc.run;

import io.camelsmc.client.SmcException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.RelativeTime;
import io.camelsmc.spec.read.SpecCsvColumns;
import io.camelsmc.spec.read.SpecCsvWriter;
import io.camelsmc.wave.WaveInput;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Writes waves of any format, or the jobs of an account, as one CSV sheet that reads back as the same jobs. */
public final class ExportRun {

    /** Opens what the sheet is written to, once everything is read. */
    @FunctionalInterface
    public interface Target {
        Writer open() throws IOException;
    }

    private final Target target;
    private final Consumer<Diagnostic> problems;

    /**
     * Prepares a run.
     *
     * @param problems hears of everything that the sheet cannot hold
     */
    public ExportRun(Target target, Consumer<Diagnostic> problems) {
        this.target = target;
        this.problems = problems;
    }

    /**
     * Writes the jobs that are meant.
     *
     * @return how many they are
     * @throws SmcException if the service does not say what is there
     */
    public int jobs(AccountAccess<?> access, Predicate<ObservedJob> meant) throws IOException, SmcException {
        AccountCheck.require(access.state().info(), access.client().accountScope());
        ServiceExport export = new ServiceExport(access.state());
        List<ObservedJob> jobs = export.jobs(access.reads(), meant);
        try (Writer out = target.open()) {
            export.write(jobs, out, problems);
        }
        return jobs.size();
    }

    /** Writes the rows of waves; a damaged input refuses them all. */
    public void waves(List<WaveInput> inputs) throws IOException, DamagedInputException {
        SpecCsvColumns columns = new SpecCsvColumns();
        for (WaveInput input : inputs) {
            input.forEachRow(input.open(), row -> {
                if (usable(row)) {
                    columns.add(row.known(), offsets(row));
                }
            });
        }
        try (Writer out = target.open();
                SpecCsvWriter writer = new SpecCsvWriter(out, columns)) {
            for (WaveInput input : inputs) {
                input.forEachRow(input.open(), row -> write(writer, row));
            }
        }
    }

    private void write(SpecCsvWriter writer, InputRow row) {
        if (usable(row)) {
            writer.write(row.known(), offsets(row)).ifPresent(loss -> problems.accept(loss.at(row.position())));
        } else {
            row.problems().forEach(problems);
        }
    }

    /** A relative time needs no start to be written down; every other error would change what is written. */
    private static boolean usable(InputRow row) {
        return row.problems().stream()
                .noneMatch(problem -> problem.isError() && !problem.rule().equals(RelativeTime.UNRESOLVED));
    }

    private static Map<SpecField, Duration> offsets(InputRow row) {
        ReplicationJobSpec known = row.known();
        Map<SpecField, Duration> open = new LinkedHashMap<>();
        row.values().offsets().forEach((field, offset) -> {
            if (!known.has(field)) {
                open.put(field, offset);
            }
        });
        return open;
    }
}
