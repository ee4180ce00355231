package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.SpecField;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static final String IGNORE = "begin its name with _ to have it ignored";

    /** Unknown columns that get a line of their own at most, unless something can be said of each. */
    private static final int FEW = 3;

    /** Reads the header. @throws UncheckedDamageException with every problem of every column */
    static CsvHeader of(List<String> cells, SourcePosition position) {
        int length = cells.size();
        while (length > 0 && cells.get(length - 1).isEmpty()) {
            length--;
        }
        List<String> names = cells.subList(0, length);
        List<Diagnostic> problems = new ArrayList<>();
        ForeignSheet sheet = ForeignSheet.of(names);
        List<CsvColumn> columns = columns(names, sheet, problems);
        if (sheet != null && sheet.isInventory() && !hasSource(columns)) {
            throw UncheckedDamageException.of(
                    ForeignFindings.inventory(sheet, names).at(position));
        }
        if (problems.isEmpty() && !hasSource(columns)) {
            problems.add(ForeignFindings.missingSource(sheet));
        }
        if (!problems.isEmpty()) {
            throw UncheckedDamageException.of(
                    problems.stream().map(problem -> problem.at(position)).toList());
        }
        boolean refed = names.contains(RejectedColumns.ERROR_CODE) || names.contains(RejectedColumns.GUARDED);
        List<Diagnostic> findings = sheet == null ? List.of() : ForeignFindings.of(sheet, columns, position);
        return new CsvHeader(names, columns, refed, findings);
    }

    private static boolean hasSource(List<CsvColumn> columns) {
        return columns.stream()
                .map(CsvColumn::target)
                .anyMatch(target -> target == SpecField.SOURCE_ID || target == SpecField.SOURCE_NAME);
    }

    private static List<CsvColumn> columns(
            List<String> names, @Nullable ForeignSheet sheet, List<Diagnostic> problems) {
        List<CsvColumn> columns = new ArrayList<>();
        Map<Object, String> seen = new HashMap<>();
        Set<String> mute = new LinkedHashSet<>();
        names.stream().filter(name -> isMute(name, sheet)).forEach(mute::add);
        Set<Object> ours = sheet == null ? Set.of() : ours(names, sheet);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            CsvColumn column = column(name, sheet, ours);
            Diagnostic problem = name.isEmpty() ? unnamed(i + 1) : problem(name, column);
            if (problem != null && !(mute.size() > FEW && mute.contains(name))) {
                problems.add(problem);
            }
            if (problem == null) {
                String earlier = seen.putIfAbsent(column.target(), name);
                if (earlier != null) {
                    problems.add(duplicate(name, earlier));
                }
            }
            columns.add(column);
        }
        if (mute.size() > FEW) {
            problems.add(Diagnostic.error("csv.unknown-column", mute.size() + " unknown columns")
                    .got(String.join(", ", mute))
                    .fix("begin their names with _ to have them ignored, or delete them"));
        }
        return columns;
    }

    /** What somebody added to the sheet of a tool, which says more than the tool's own columns. */
    private static Set<Object> ours(List<String> names, ForeignSheet sheet) {
        Set<Object> ours = new HashSet<>();
        for (String name : names) {
            CsvColumn own = sheet.column(name) == null ? CsvColumns.resolve(name) : null;
            if (own != null) {
                ours.add(own.target());
            }
        }
        return ours;
    }

    private static CsvColumn column(String name, @Nullable ForeignSheet sheet, Set<Object> ours) {
        CsvColumn column = ForeignSheet.meaning(name, sheet);
        boolean foreign = sheet != null && sheet.column(name) != null;
        if (foreign && column != null && ours.contains(column.target())) {
            return new CsvColumn.Dropped(name, false);
        }
        if (column == null && sheet != null && !name.isEmpty() && FieldNames.nearestColumn(name) == null) {
            // The next edition of the tool has columns that this one does not know.
            return new CsvColumn.Dropped(name, ForeignSheet.isTargetSize(name));
        }
        return column == null ? new CsvColumn.Unknown(name) : column;
    }

    private static @Nullable Diagnostic problem(String name, CsvColumn column) {
        if (column instanceof CsvColumn.Dropped) {
            return null;
        }
        Diagnostic untidy = CellText.problem(name, false);
        if (untidy != null) {
            return untidy.in(name);
        }
        return column instanceof CsvColumn.Unknown
                ? Diagnostic.error("csv.unknown-column", "Unknown column")
                        .in(name)
                        .fix(hint(name))
                : null;
    }

    private static Diagnostic unnamed(int number) {
        return Diagnostic.error("csv.unnamed-column", "Column " + number + " has no name")
                .fix("name it, or begin its name with _ to have it ignored");
    }

    /** Whether there is nothing to say of an unknown column but that it is one. */
    private static boolean isMute(String name, @Nullable ForeignSheet sheet) {
        return sheet == null
                && !name.isEmpty()
                && CsvColumns.resolve(name) == null
                && CellText.problem(name, false) == null
                && hint(name).equals(IGNORE);
    }

    private static String hint(String name) {
        if (ForeignSheet.isTargetSize(name)) {
            return ForeignSheet.SIZE_ADVICE;
        }
        if (ForeignSheet.isGate(name)) {
            return "if it says whether the server is to move, name it enabled and write true or false";
        }
        SpecField field = FieldNames.folded(name);
        if (field != null) {
            return "write its parts as dotted columns, such as " + field.wireName() + ".1.SizeBytes";
        }
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
        String nearest =
                !plain.equals(name) && CsvColumns.resolve(plain) != null ? plain : FieldNames.nearestColumn(name);
        return nearest != null ? NearMiss.question(name, nearest) : IGNORE;
    }

    private static Diagnostic duplicate(String name, String earlier) {
        return Diagnostic.error("csv.duplicate-column", "The column stands twice")
                .in(name)
                .fix(name.equals(earlier) ? "delete one of them" : earlier + " means the same; delete one of them");
    }
}
