package io.camelsmc.report;

import io.camelsmc.diag.AbortException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.run.RejectedRows;
import io.camelsmc.spec.read.Defaults;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.RawRow;
import io.camelsmc.spec.read.RejectedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
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
 * Writes the rows of each input that were set aside to {@code WAVE.rejected.csv}, or to {@code WAVE.rejected.ndjson} when
 * the input is YAML, JSON or NDJSON, to be corrected and given back. A file appears under its name when it is complete.
 */
public final class RejectedFiles implements RejectedRows {

    private final @Nullable Path directory;
    private final PrintWriter err;
    private final Map<Path, Open> open = new LinkedHashMap<>();
    private final TreeSet<String> names = new TreeSet<>();

    private record Open(RejectedWriter writer, Path half, Path target) {}

    /** With a directory, which is made when it is needed; null writes nothing. */
    public RejectedFiles(@Nullable Path directory, PrintWriter err) {
        this.directory = directory;
        this.err = err;
    }

    @Override
    public void write(Path input, InputRow row, List<Diagnostic> problems) {
        if (directory == null) {
            return;
        }
        try {
            Open file = open.get(input);
            if (file == null) {
                file = open(directory, input, row.raw());
                open.put(input, file);
            }
            file.writer.write(row, problems.stream().filter(Diagnostic::isError).toList(), false);
        } catch (IOException e) {
            throw failed(directory, e);
        }
    }

    /** Completes the files and says on standard error what was written. */
    @Override
    public void finish() {
        for (Map.Entry<Path, Open> entry : new ArrayList<>(open.entrySet())) {
            Open file = entry.getValue();
            Path defaults = entry.getKey().resolveSibling(Defaults.FILE_NAME);
            boolean left =
                    Files.isRegularFile(defaults) && !Files.exists(file.target.resolveSibling(Defaults.FILE_NAME));
            try {
                file.writer.close();
                Files.move(file.half, file.target, StandardCopyOption.REPLACE_EXISTING);
                err.println("the rows to correct are in " + file.target
                        + "; correct them there and give that file to the command"
                        + (left ? ", with --defaults " + defaults : ""));
            } catch (IOException e) {
                throw failed(file.target, e);
            }
        }
        err.flush();
    }

    private Open open(Path into, Path input, RawRow first) throws IOException {
        Files.createDirectories(into);
        String base = String.valueOf(input.getFileName());
        int dot = base.lastIndexOf('.');
        String stem = dot > 0 ? base.substring(0, dot) : base;
        String ending = ".rejected" + RejectedWriter.ending(first);
        String name = stem + ending;
        for (int n = 2; !names.add(name); n++) {
            name = stem + "-" + n + ending;
        }
        Path half = Files.createTempFile(into, ".rejected", ".part");
        Writer text = Files.newBufferedWriter(half, StandardCharsets.UTF_8);
        return new Open(RejectedWriter.of(text, first), half, into.resolve(name));
    }

    private static AbortException failed(Path where, IOException e) {
        return AbortException.cannotRun("cannot write the report in " + where + ": " + e.getMessage(), e);
    }
}
