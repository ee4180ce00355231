package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.SpecField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a CSV file.
 *
 * @param names the names as the file spells them, without empty names at the end
 * @param columns what each means, in the same order
 * @param refed whether the file is one of ours that came back, whose cells may carry an apostrophe before a formula sign
 * @param findings what is worth knowing about the columns, such as those of another tool that were dropped
 */
record CsvHeader(List<String> names, List<CsvColumn> columns, boolean refed, List<Diagnostic> findings) {
    CsvHeader {
        names = List.copyOf(names);
        columns = List.copyOf(columns);
        findings = List.copyOf(findings);
    }

    /** Reads the header. @throws UncheckedDamageException with every problem of every column */
    static CsvHeader of(List<String> cells, SourcePosition position) {
        int length = cells.size();
        while (length > 0 && cells.get(length - 1).isEmpty()) {
            length--;
        }
        List<Diagnostic> problems = new ArrayList<>();
        List<CsvColumn> columns = new ArrayList<>();
        Map<Object, String> seen = new HashMap<>();
        ForeignSheet sheet = ForeignSheet.of(cells.subList(0, length));
        for (int i = 0; i < length; i++) {
            String name = cells.get(i);
            CsvColumn column = column(name, i + 1, sheet, problems);
            if (column != null) {
                String earlier = seen.putIfAbsent(column.target(), name);
                if (earlier != null) {
                    problems.add(duplicate(name, earlier));
                }
                columns.add(column);
            }
        }
        if (problems.isEmpty() && !seen.containsKey(SpecField.SOURCE_ID) && !seen.containsKey(SpecField.SOURCE_NAME)) {
            problems.add(Diagnostic.error("csv.missing-column", "The column source_id is missing")
                    .fix("the first line must name the columns; add source_id, or source_name to have it looked up"));
        }
        if (!problems.isEmpty()) {
            throw UncheckedDamageException.of(
                    problems.stream().map(problem -> problem.at(position)).toList());
        }
        List<String> names = cells.subList(0, length);
        boolean refed = names.contains(RejectedColumns.ERROR_CODE) || names.contains(RejectedColumns.GUARDED);
        return new CsvHeader(names, columns, refed, sheet == null ? List.of() : dropped(sheet, columns, position));
    }

    private static @Nullable CsvColumn column(
            String name, int number, @Nullable ForeignSheet sheet, List<Diagnostic> problems) {
        if (name.isEmpty()) {
            problems.add(Diagnostic.error("csv.unnamed-column", "Column " + number + " has no name")
                    .fix("name it, or begin its name with _ to have it ignored"));
            return null;
        }
        Diagnostic untidy = CellText.problem(name, false);
        CsvColumn column = untidy != null || sheet == null ? null : sheet.column(name);
        if (column == null && untidy == null) {
            column = CsvColumns.resolve(name);
        }
        if (untidy != null) {
            problems.add(untidy.in(name));
        } else if (column == null) {
            problems.add(Diagnostic.error("csv.unknown-column", "Unknown column")
                    .in(name)
                    .fix(hint(name)));
        }
        return column;
    }

    private static String hint(String name) {
        if (ForeignSheet.isTargetSize(name)) {
            return ForeignSheet.SIZE_ADVICE;
        }
        SpecField field = FieldNames.folded(name);
        if (field != null) {
            return "write its parts as dotted columns, such as " + field.wireName() + ".1.SizeBytes";
        }
        String nearest = FieldNames.nearestColumn(name);
        return nearest != null ? NearMiss.question(name, nearest) : "begin its name with _ to have it ignored";
    }

    private static Diagnostic duplicate(String name, String earlier) {
        return Diagnostic.error("csv.duplicate-column", "The column stands twice")
                .in(name)
                .fix(name.equals(earlier) ? "delete one of them" : earlier + " means the same; delete one of them");
    }

    private static List<Diagnostic> dropped(ForeignSheet sheet, List<CsvColumn> columns, SourcePosition position) {
        List<String> names = new ArrayList<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (CsvColumn column : columns) {
            if (column instanceof CsvColumn.Dropped dropped && dropped.targetSize()) {
                findings.add(Diagnostic.warning(
                                "foreign.target-size", "The size of the target in the other tool was dropped")
                        .at(position)
                        .in(dropped.name())
                        .fix("choose the size when the image is launched; instance_type is the intermediate machine"));
            } else if (column instanceof CsvColumn.Dropped dropped) {
                names.add(dropped.name());
            }
        }
        String summary = "Read as a sheet of " + sheet.label()
                + (names.isEmpty() ? "" : "; columns dropped: " + String.join(", ", names));
        findings.add(0, Diagnostic.info("foreign.sheet", summary).at(position));
        return findings;
    }
}
