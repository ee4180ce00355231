package io.camelsmc.spec.check;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.read.FieldSpelling;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.Level;
import io.camelsmc.spec.read.Provenance;
import io.camelsmc.spec.read.ShiftedCells;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds everything that is wrong with a row at once: what the reader could not read, and what the rules say about all
 * the rest. Fields are named as the file spells them, at the line that has them, and a value that the row did not write
 * is traced to its place. Reads no clock and does no I/O. Not safe to share between threads.
 */
public final class RowChecker {

    private final CheckContext context;
    private final RowWording wording;

    public RowChecker(CheckContext context) {
        this.context = context;
        this.wording = new RowWording(context);
    }

    /** Every problem of the row, those of the reader first; empty when it is clean. */
    public List<Diagnostic> check(InputRow row) {
        List<Diagnostic> found = SpecChecker.check(row.known(), context);
        if (found.isEmpty() && row.problems().isEmpty()) {
            return List.of();
        }
        List<Diagnostic> all = new ArrayList<>(row.problems().size() + found.size());
        row.problems().forEach(problem -> all.add(wording.ofReader(problem, row)));
        if (found.isEmpty()) {
            return all;
        }
        Set<SpecField> unread = unread(row);
        boolean shifted = row.problems().stream().anyMatch(ShiftedCells::leavesOpen);
        for (Diagnostic finding : found) {
            String path = finding.field();
            SpecField field = path == null ? null : FieldSpelling.root(path);
            boolean consequence = unread.contains(field)
                    || (shifted && (field == null || !row.known().has(field)));
            if (!consequence) {
                all.add(wording.ofRule(forRow(finding, row), row));
            }
        }
        return all;
    }

    /** The finding with its field named as the file of the row does it. */
    public Diagnostic forRow(Diagnostic finding, InputRow row) {
        String path = finding.field();
        if (path == null) {
            return finding;
        }
        SpecField field = FieldSpelling.root(path);
        Provenance from = field == null ? null : row.provenance(field);
        boolean inherited = from != null && from.level() != Level.ROW;
        SourcePosition own =
                field == null || inherited ? null : row.values().positions().get(field);
        Diagnostic spelt = finding.at(own == null ? row.position() : own).in(wording.path(row, path));
        if (from == null || !inherited) {
            return spelt;
        }
        String origin = "the value comes from " + from.describe();
        return spelt.fix(finding.fix() == null ? origin : finding.fix() + "; " + origin);
    }

    /** Fields whose value the reader refused; a rule would call them missing. */
    private static Set<SpecField> unread(InputRow row) {
        Set<SpecField> unread = EnumSet.noneOf(SpecField.class);
        for (Diagnostic problem : row.problems()) {
            String path = problem.field();
            SpecField field = path == null || !problem.isError() ? null : FieldSpelling.root(path);
            if (field != null) {
                unread.add(field);
            }
        }
        return unread;
    }
}
