package io.camelsmc.cli;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SafeText;
import io.camelsmc.diag.Severity;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shows findings to people: the first ones, errors before warnings, then how many there are of each kind. With
 * {@code all}, every one as it is found.
 */
final class TextFindings implements FindingSink {

    private static final int SHOWN = 20;
    private static final int KINDS_SHOWN = 20;

    private final PrintWriter out;
    private final boolean all;
    private final Map<Severity, List<Diagnostic>> first = new EnumMap<>(Severity.class);
    private final Map<String, Kind> kinds = new TreeMap<>();
    private long total;

    TextFindings(PrintWriter out, boolean all) {
        this.out = out;
        this.all = all;
        for (Severity severity : Severity.values()) {
            first.put(severity, new ArrayList<>());
        }
    }

    @Override
    public void add(Diagnostic finding) {
        total++;
        kinds.computeIfAbsent(finding.rule(), rule -> new Kind(finding)).count++;
        if (all) {
            out.println(finding.renderWithRule());
            return;
        }
        List<Diagnostic> kept = first.get(finding.severity());
        if (kept != null && kept.size() < SHOWN) {
            kept.add(finding);
        }
    }

    @Override
    public void end(ValidateCounts counts) {
        if (!all) {
            List<Diagnostic> shown =
                    first.values().stream().flatMap(List::stream).limit(SHOWN).toList();
            shown.forEach(finding -> out.println(finding.renderWithRule()));
            if (total > shown.size()) {
                out.println("… and " + (total - shown.size()) + " more; --all shows every one, --report DIR writes the"
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
