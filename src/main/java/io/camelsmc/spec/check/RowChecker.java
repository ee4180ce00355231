package io.camelsmc.spec.check;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.read.FieldSpelling;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.Level;
import io.camelsmc.spec.read.Provenance;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds everything that is wrong with a row at once: what the reader could not read, and what the rules say about all
 * the rest. Fields are named as the file spells them, and a value that the row did not write is traced to its place.
 * Reads no clock and does no I/O. Not safe to share between threads.
 */
public final class RowChecker {

    private final CheckContext context;
    private final FieldSpelling spelling = new FieldSpelling();

    public RowChecker(CheckContext context) {
        this.context = context;
    }

    /** Every problem of the row, those of the reader first; empty when it is clean. */
    public List<Diagnostic> check(InputRow row) {
        List<Diagnostic> found = SpecChecker.check(row.known(), context);
        if (found.isEmpty()) {
            return row.problems();
        }
        List<Diagnostic> all = new ArrayList<>(row.problems());
        Set<SpecField> unread = unread(row);
        for (Diagnostic finding : found) {
            String path = finding.field();
            SpecField field = path == null ? null : FieldSpelling.root(path);
            if (field == null || !unread.contains(field)) {
                all.add(forRow(finding, row));
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
        Diagnostic spelt = finding.at(row.position()).in(spelling.of(row, path));
        if (from == null || from.level() == Level.ROW) {
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
