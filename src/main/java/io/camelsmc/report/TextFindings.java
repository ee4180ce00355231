package io.camelsmc.report;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SafeText;
import io.camelsmc.run.FindingSink;
import io.camelsmc.run.ValidateCounts;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shows findings to people: the first errors, then one warning of each kind, since warnings come in crowds, then how many
 * there are of each kind. With {@code all}, every one as it is found.
 */
public final class TextFindings implements FindingSink {

    private static final int SHOWN = 20;
    private static final int KINDS_SHOWN = 20;

    private final PrintWriter out;
    private final boolean all;
    private final List<Diagnostic> errors = new ArrayList<>();
    private final Map<String, Kind> kinds = new TreeMap<>();
    private long total;

    public TextFindings(PrintWriter out, boolean all) {
        this.out = out;
        this.all = all;
    }

    @Override
    public void add(Diagnostic finding) {
        total++;
        kinds.computeIfAbsent(finding.rule(), rule -> new Kind(finding)).count++;
        if (all) {
            out.println(finding.renderWithRule());
            return;
        }
        if (finding.isError() && errors.size() < SHOWN) {
            errors.add(finding);
        }
    }

    @Override
    public void end(ValidateCounts counts) {
        if (!all) {
            errors.forEach(finding -> out.println(finding.renderWithRule()));
            long shown = errors.size() + crowds(SHOWN - errors.size());
            if (total > shown) {
                out.println("… and " + (total - shown) + " more; --all shows every one, --report DIR writes the"
                        + " rows to correct");
                kinds();
            }
        } else if (total > SHOWN) {
            kinds();
        }
        if (total > 0) {
            out.println("'smc explain CODE' tells more about a code in brackets");
        }
        counts.refusedFiles.forEach(file -> out.println(SafeText.escape(file) + " is refused as a whole (--strict)"));
        out.println(summary(counts));
        out.flush();
    }

    /** One line for each kind of warning; returns how many findings the lines stand for. */
    private long crowds(int room) {
        long told = 0;
        int lines = 0;
        for (Kind kind : kinds.values()) {
            if (!kind.example.isError() && lines++ < room) {
                out.println(kind.example.renderWithRule()
                        + (kind.count > 1 ? " and " + (kind.count - 1) + " more like it" : ""));
                told += kind.count;
            }
        }
        return told;
    }

    private void kinds() {
        out.println("by kind:");
        List<Kind> sorted = new ArrayList<>(kinds.values());
        sorted.sort(Comparator.comparing((Kind kind) -> kind.example.severity())
                .thenComparing(kind -> -kind.count)
                .thenComparing(kind -> kind.example.rule()));
        for (Kind kind : sorted.subList(0, Math.min(KINDS_SHOWN, sorted.size()))) {
            out.printf(
                    "  %8d  %-8s %-24s %s%n",
                    kind.count,
                    kind.example.severity().name().toLowerCase(Locale.ROOT),
                    kind.example.rule(),
                    SafeText.escape(kind.example.summary()));
        }
    }

    static String summary(ValidateCounts counts) {
        StringBuilder text = new StringBuilder();
        text.append(counts.rows).append(counts.rows == 1 ? " row" : " rows");
        if (counts.files > 1) {
            text.append(" in ").append(counts.files).append(" files");
        }
        text.append(": ").append(counts.good()).append(" good, ");
        text.append(counts.invalid).append(" invalid");
        append(text, counts.refusedRows, " refused with their file");
        append(text, counts.parked, " parked");
        append(text, counts.warned, " of the good ones with warnings");
        if (counts.damagedFiles > 0) {
            text.append("; ").append(counts.damagedFiles);
            text.append(counts.damagedFiles == 1 ? " file" : " files").append(" not readable, refused as a whole");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append(", ").append(count).append(what);
        }
    }

    private static final class Kind {
        private final Diagnostic example;
        private long count;

        Kind(Diagnostic example) {
            this.example = example;
        }
    }
}
