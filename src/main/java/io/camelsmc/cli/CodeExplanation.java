package io.camelsmc.cli;

import io.camelsmc.client.ErrorEntry;
import io.camelsmc.client.ErrorTable;
import io.camelsmc.diag.SafeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What an error code means, line by line. A code that is not in the table is never passed off as one that is. */
final class CodeExplanation {

    private CodeExplanation() {}

    static List<String> of(String typed) {
        String code = known(typed);
        ErrorEntry entry = ErrorTable.standard().lookup(code, 0);
        List<String> lines = new ArrayList<>();
        lines.add(SafeText.escape(code));
        if (entry.match() != ErrorEntry.Match.STATUS) {
            if (!entry.display().equals(code)) {
                lines.add("  known as     " + entry.display());
            }
            describe(entry, "", lines);
            return lines;
        }
        lines.add("  not in the table" + suggestion(code) + "; then the HTTP status decides");
        for (int status : new int[] {400, 500}) {
            lines.add("");
            describe(ErrorTable.standard().lookup(code, status), "with HTTP " + status / 100 + "xx", lines);
        }
        return lines;
    }

    private static void describe(ErrorEntry entry, String title, List<String> lines) {
        if (!title.isEmpty()) {
            lines.add("  " + title);
        }
        lines.add("  class        " + entry.errorClass().id());
        lines.add(
                "  concerns     " + (entry.accountWide() ? "the whole account: no further job is tried" : "this row"));
        lines.add("  again later  "
                + (entry.retryable() ? "may succeed unedited" : "fails again until the cause is mended"));
        lines.add("  meaning      " + entry.meaning());
        lines.add("  what to do   " + entry.advice());
    }

    /** The code as the table spells it, if it has it in any case. */
    private static String known(String typed) {
        return codes().stream().filter(typed::equalsIgnoreCase).findFirst().orElse(typed);
    }

    private static String suggestion(String typed) {
        return codes().stream()
                .min(Comparator.comparingInt(code -> distance(typed, code)))
                .filter(code -> distance(typed, code) <= Math.max(2, typed.length() / 4))
                .map(code -> " (did you mean " + code + "?)")
                .orElse("");
    }

    private static List<String> codes() {
        return ErrorTable.standard().entries().stream()
                .filter(entry -> entry.match() == ErrorEntry.Match.EXACT)
                .map(ErrorEntry::code)
                .toList();
    }

    /** Letters to change, add or leave out to turn one text into the other, whatever their case. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(same, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
