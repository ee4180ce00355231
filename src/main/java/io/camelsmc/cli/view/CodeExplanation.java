package io.camelsmc.cli.view;

import io.camelsmc.client.ErrorEntry;
import io.camelsmc.client.ErrorTable;
import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.check.Rules;
import io.camelsmc.spec.read.NearMiss;
import io.camelsmc.spec.read.ReadProblems;
import java.util.ArrayList;
import java.util.List;

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
        lines.add("  if it is the name of a row: smc explain " + SafeText.escape(code) + " --file WAVE");
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
                + (entry.retryable() ? "may succeed unedited" : "fails again until the cause is fixed"));
        lines.add("  meaning      " + entry.meaning());
        lines.add("  what to do   " + entry.advice());
    }

    /** The code as the table spells it, if it has it in any case. */
    private static String known(String typed) {
        return codes().stream().filter(typed::equalsIgnoreCase).findFirst().orElse(typed);
    }

    private static String suggestion(String typed) {
        String near = NearMiss.of(typed, all());
        return near == null ? "" : " (did you mean " + near + "?)";
    }

    /** Every code that can be explained, of the service or ours. */
    private static List<String> all() {
        List<String> all = new ArrayList<>(codes());
        all.addAll(OwnCodes.all().keySet());
        all.addAll(ReadProblems.all().keySet());
        Rules.all().forEach(rule -> all.add(rule.id()));
        return all;
    }

    private static List<String> codes() {
        return ErrorTable.standard().entries().stream()
                .filter(entry -> entry.match() == ErrorEntry.Match.EXACT)
                .map(ErrorEntry::code)
                .toList();
    }
}
