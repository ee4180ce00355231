package io.camelsmc.cli;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.RejectedCsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of each CSV input that were set aside to {@code WAVE.rejected.csv}, to be corrected and given back.
 * A file appears under its name when it is complete. Rows of other formats stay where they are, and that is said.
 */
final class RejectedFiles {

    private static final String ENDING = ".rejected.csv";

    private final @Nullable Path directory;
    private final PrintWriter err;
    private final Map<Path, Open> open = new LinkedHashMap<>();
    private final TreeSet<String> names = new TreeSet<>();
    private final TreeSet<String> skipped = new TreeSet<>();

    private record Open(RejectedCsvWriter writer, Path half, Path target) {}

    /** With a directory, which is made when it is needed; null writes nothing. */
    RejectedFiles(@Nullable Path directory, PrintWriter err) {
        this.directory = directory;
        this.err = err;
    }

    void write(Path input, InputRow row, List<Diagnostic> problems) {
        if (directory == null) {
            return;
        }
        if (!row.raw().isCsv()) {
            skipped.add(input.toString());
            return;
        }
        try {
            Open file = open.get(input);
            if (file == null) {
                file = open(directory, input, row.raw().header());
                open.put(input, file);
            }
            file.writer.write(row, problems.stream().filter(Diagnostic::isError).toList(), false);
        } catch (IOException e) {
            throw failed(directory, e);
        }
    }

    /** Completes the files and says on standard error what was written. */
    void finish() {
        for (Map.Entry<Path, Open> entry : new ArrayList<>(open.entrySet())) {
            Open file = entry.getValue();
            try {
                file.writer.close();
                Files.move(file.half, file.target, StandardCopyOption.REPLACE_EXISTING);
                err.println("the rows to correct are in " + file.target
                        + "; correct them there and give that file to the command");
            } catch (IOException e) {
                throw failed(file.target, e);
            }
        }
        skipped.forEach(input -> err.println("rows of " + input + " are not in the report; correct them in place"));
        err.flush();
    }

    private Open open(Path into, Path input, List<String> header) throws IOException {
        Files.createDirectories(into);
        String base = String.valueOf(input.getFileName());
        int dot = base.lastIndexOf('.');
        String stem = dot > 0 ? base.substring(0, dot) : base;
        String name = stem + ENDING;
        for (int n = 2; !names.add(name); n++) {
            name = stem + "-" + n + ENDING;
        }
        Path half = Files.createTempFile(into, ".rejected", ".part");
        RejectedCsvWriter writer = new RejectedCsvWriter(Files.newBufferedWriter(half, StandardCharsets.UTF_8), header);
        return new Open(writer, half, into.resolve(name));
    }

    private static CliException failed(Path where, IOException e) {
        return new CliException(ExitCode.CANNOT_RUN, "cannot write the report in " + where + ": " + e.getMessage(), e);
    }
}
