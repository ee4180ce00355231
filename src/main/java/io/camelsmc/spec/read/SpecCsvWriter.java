package io.camelsmc.spec.read;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SafeText;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.DisksSpec;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes specs as a sheet that reads back as the same specs, marked as UTF-8 for spreadsheets. Each row is read back before it is written, so a spec that a
 * sheet cannot hold is refused instead of changed. Not safe to share between threads.
 */
public final class SpecCsvWriter implements Closeable {

    private final CsvWriter out;
    private final SpecCsvColumns columns;
    private final List<String> names;
    private final int remarks;
    private final List<CsvColumn> meanings = new ArrayList<>();

    /** Starts a sheet with the columns that the specs to come need; the header is written at once. */
    public SpecCsvWriter(Writer target, SpecCsvColumns columns) {
        this(target, columns, List.of());
    }

    /**
     * The same with further columns at the end that say something about a row and are ignored when it is read.
     *
     * @param remarks names that begin with {@code _}
     */
    public SpecCsvWriter(Writer target, SpecCsvColumns columns, List<String> remarks) {
        try {
            SpreadsheetText.mark(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.out = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target);
        this.columns = columns;
        this.names = columns.names();
        this.remarks = remarks.size();
        for (String name : names) {
            meanings.add(Objects.requireNonNull(CsvColumns.resolve(name), name));
        }
        List<String> header = new ArrayList<>(names);
        if (columns.guarded()) {
            header.add(RejectedColumns.GUARDED);
        }
        for (String remark : remarks) {
            if (!RejectedColumns.isIgnored(remark)) {
                throw new IllegalArgumentException("the column " + remark + " would be read");
            }
            header.add(remark);
        }
        out.writeRecord(header);
    }

    /** Writes one spec, or says why a sheet cannot hold it; then nothing is written. */
    public Optional<Diagnostic> write(ReplicationJobSpec spec, Map<SpecField, Duration> offsets) {
        return write(spec, offsets, Collections.nCopies(remarks, ""));
    }

    /** The same with what the further columns say; these are escaped, and neutralised in any case. */
    public Optional<Diagnostic> write(
            ReplicationJobSpec spec, Map<SpecField, Duration> offsets, List<String> remarkCells) {
        Map<String, String> given = columns.cells(spec, offsets);
        List<String> cells = new ArrayList<>();
        names.forEach(name -> cells.add(given.getOrDefault(name, "")));
        Optional<Diagnostic> loss = loss(spec, offsets, cells);
        if (loss.isEmpty()) {
            List<String> line = new ArrayList<>();
            cells.forEach(cell -> line.add(columns.guarded() ? FormulaGuard.neutralise(cell) : cell));
            if (columns.guarded()) {
                line.add("yes");
            }
            remarkCells.forEach(cell -> line.add(FormulaGuard.neutralise(SafeText.escape(cell))));
            out.writeRecord(line);
        }
        return loss;
    }

    private Optional<Diagnostic> loss(ReplicationJobSpec spec, Map<SpecField, Duration> offsets, List<String> cells) {
        SpecMapper.Result back = CsvRowMapper.read(names, meanings, cells, SourcePosition.of("export"));
        ReplicationJobSpec wanted = withoutEmpties(spec);
        ReplicationJobSpec found = back.builder().build();
        for (SpecField field : SpecField.values()) {
            boolean same = Objects.equals(wanted.get(field), found.get(field));
            boolean relative = !wanted.has(field) && offsets.containsKey(field);
            if (!same
                    || (relative
                            && !Objects.equals(
                                    offsets.get(field), back.offsets().get(field)))) {
                return Optional.of(lossy(spec, field.specName(), wanted.get(field)));
            }
        }
        boolean blank = cells.stream().allMatch(String::isBlank);
        boolean readable = back.problems().isEmpty() && !blank && cells.stream().allMatch(SpecCsvWriter::isText);
        return readable ? Optional.empty() : Optional.of(lossy(spec, null, null));
    }

    private static Diagnostic lossy(ReplicationJobSpec spec, @Nullable String field, @Nullable Object value) {
        return Diagnostic.error("export.lossy", "A sheet cannot hold this value exactly")
                .at(spec.origin())
                .of(spec.address().toString())
                .in(field)
                .got(value == null ? null : value.toString())
                .fix("keep this row in a YAML or NDJSON file");
    }

    /** NUL and halves of characters have no place in a text file. */
    private static boolean isText(String cell) {
        return cell.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    /** An empty list says no more than none. */
    private static ReplicationJobSpec withoutEmpties(ReplicationJobSpec spec) {
        ReplicationJobSpec.Builder builder = spec.toBuilder();
        for (SpecField field : spec.fields()) {
            Object value = spec.get(field);
            boolean empty = (value instanceof Collection<?> items && items.isEmpty())
                    || (value instanceof Map<?, ?> members && members.isEmpty())
                    || new DisksSpec(null, List.of()).equals(value);
            if (empty) {
                builder.set(field, null);
            }
        }
        return builder.build();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
