package io.camelsmc.report;

import io.camelsmc.run.RunContext;
import io.camelsmc.run.RunResult;
import io.camelsmc.run.SheetRows;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where the reports of runs are kept. Each run has a folder of its own, {@code runs/RUN-ID}, which appears complete and is
 * never touched again. The folder itself holds copies of the latest: {@code report.json} and so on. A copy that somebody
 * edited since is moved into the folder of the run that replaces it; an input of the run is never touched.
 */
public final class ReportFolder {

    private static final List<String> REPORTS = List.of("report.json", "report.csv", "report.xml", "report.html");
    private static final String EDITED = "edited-";

    private final Path folder;
    private final Path runs;

    private ReportFolder(Path folder) {
        this.folder = folder;
        this.runs = folder.resolve("runs");
    }

    /**
     * Makes the folder if it is not there and writes to it, so that a run does not find out at its end that it cannot.
     *
     * @throws IOException if nothing can be written there
     */
    public static ReportFolder open(Path folder) throws IOException {
        ReportFolder reports = new ReportFolder(folder);
        Files.createDirectories(reports.runs);
        for (Path place : List.of(folder, reports.runs)) {
            Path probe = Files.createTempFile(place, ".probe", ".part");
            Files.write(probe, new byte[] {'\n'});
            Files.delete(probe);
        }
        return reports;
    }

    /** Where the reports of a run end. */
    public Path path() {
        return folder;
    }

    /**
     * Writes all reports of a run.
     *
     * @param sheets the inputs as they were read
     * @param context what else to say, given the names of the files of rows to be given back
     */
    public Written write(RunResult result, List<SheetRows> sheets, Function<List<String>, RunContext> context)
            throws IOException {
        Path half = Files.createTempDirectory(runs, "." + result.runId());
        try {
            return write(half, result, sheets, context);
        } catch (IOException | RuntimeException e) {
            discard(half);
            throw e;
        }
    }

    private Written write(
            Path half, RunResult result, List<SheetRows> sheets, Function<List<String>, RunContext> context)
            throws IOException {
        RowFiles rows = new RowFiles(half);
        rows.write(result, sheets);
        RunContext circumstances = context.apply(rows.written());
        try (BufferedWriter json = file(half, 0);
                BufferedWriter csv = file(half, 1);
                BufferedWriter xml = file(half, 2);
                BufferedWriter html = file(half, 3)) {
            ReportJson.write(result, circumstances, json);
            ReportCsv.write(result, csv);
            ReportXml.write(result, xml);
            HtmlReport.write(result, circumstances, html);
        }
        Path kept = keep(half, result.runId());
        Set<String> names = new LinkedHashSet<>(REPORTS);
        names.addAll(RowFiles.names(sheets));
        for (String name : names) {
            if (!isInput(name, sheets)) {
                latest(name, kept);
            }
        }
        return new Written(kept, rows.written());
    }

    /**
     * What was written.
     *
     * @param run the folder of the run
     * @param rowFiles names of the files of rows to be given back
     */
    public record Written(Path run, List<String> rowFiles) {
        public Written {
            rowFiles = List.copyOf(rowFiles);
        }
    }

    private static BufferedWriter file(Path half, int report) throws IOException {
        return Files.newBufferedWriter(half.resolve(REPORTS.get(report)), StandardCharsets.UTF_8);
    }

    private static void discard(Path half) throws IOException {
        if (Files.exists(half)) {
            try (Stream<Path> files = Files.list(half)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(half);
        }
    }

    /** Gives the complete folder its name; one that is taken gets a number. */
    private Path keep(Path half, String runId) throws IOException {
        Path kept = runs.resolve(runId);
        for (int n = 2; Files.exists(kept); n++) {
            kept = runs.resolve(runId + "-" + n);
        }
        half.toFile().setReadable(true, false);
        half.toFile().setExecutable(true, false);
        return Files.move(half, kept);
    }

    private void latest(String name, Path kept) throws IOException {
        Path target = folder.resolve(name);
        Path source = kept.resolve(name);
        if (Files.exists(target) && edited(name, target, kept)) {
            Files.move(target, kept.resolve(EDITED + name));
        }
        if (!Files.exists(source)) {
            Files.deleteIfExists(target);
            return;
        }
        Path copy = Files.createTempFile(folder, "." + name, ".part");
        Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
        try {
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(copy, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether a copy is none of what the former runs wrote. */
    private boolean edited(String name, Path target, Path kept) throws IOException {
        Set<Path> former = new TreeSet<>(Comparator.reverseOrder());
        try (Stream<Path> all = Files.list(runs)) {
            all.filter(run -> !run.equals(kept)).forEach(former::add);
        }
        for (Path run : former) {
            Path written = run.resolve(name);
            if (Files.isRegularFile(written) && Files.mismatch(written, target) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isInput(String name, List<SheetRows> sheets) throws IOException {
        Path target = folder.resolve(name);
        for (SheetRows sheet : sheets) {
            // An input may be gone by now; then nothing of it can be written over.
            if (Files.exists(target) && Files.exists(sheet.input()) && Files.isSameFile(target, sheet.input())) {
                return true;
            }
        }
        return false;
    }
}
