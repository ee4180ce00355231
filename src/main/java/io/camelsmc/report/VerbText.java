package io.camelsmc.report;

import io.camelsmc.diag.Count;
import io.camelsmc.diag.SafeText;
import io.camelsmc.job.Verb;
import io.camelsmc.job.Verdict;
import io.camelsmc.lifecycle.PlannedVerb;
import io.camelsmc.lifecycle.VerbOutcome;
import io.camelsmc.lifecycle.VerbResult;
import io.camelsmc.run.VerbRunResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A verb for eyes: counts first, then the jobs by reason, those with one reason together; few lines at any size. */
public final class VerbText {

    private static final int MAX_REASONS = 12;
    private static final int NAMED = 4;

    private VerbText() {}

    /** The verdicts, before anything is sent. */
    public static List<String> verdicts(Verb verb, List<PlannedVerb> planned) {
        Map<Verdict.Kind, List<PlannedVerb>> byKind = new EnumMap<>(Verdict.Kind.class);
        planned.forEach(one -> byKind.computeIfAbsent(one.verdict().kind(), kind -> new ArrayList<>())
                .add(one));
        List<String> lines = new ArrayList<>();
        lines.add(verb.label() + ": " + Count.of(planned.size(), "job"));
        byKind.forEach((kind, jobs) -> {
            lines.add(String.format(Locale.ROOT, "  %-8s %5d", kind.label(), jobs.size()));
            Map<String, List<String>> byReason = new LinkedHashMap<>();
            jobs.forEach(one -> byReason.computeIfAbsent(one.verdict().text(), reason -> new ArrayList<>())
                    .add(address(one)));
            reasons(byReason, lines);
        });
        return lines;
    }

    /** How it ended. */
    public static List<String> result(VerbRunResult result) {
        List<String> lines = new ArrayList<>();
        StringBuilder counts = new StringBuilder(capital(result.verb().past()) + ": ");
        counts.append(result.count(VerbOutcome.DONE))
                .append(" of ")
                .append(Count.of(result.results().size(), "job"));
        result.counts().forEach((outcome, count) -> {
            if (outcome != VerbOutcome.DONE && count > 0) {
                counts.append(", ").append(count).append(' ').append(outcome.label());
            }
        });
        lines.add(counts.toString());
        for (VerbOutcome outcome :
                List.of(VerbOutcome.UNKNOWN, VerbOutcome.FAILED, VerbOutcome.REFUSED, VerbOutcome.WAITING)) {
            Map<String, List<String>> byReason = new LinkedHashMap<>();
            for (VerbResult one : result.results()) {
                if (one.outcome() == outcome) {
                    byReason.computeIfAbsent(one.reason(), reason -> new ArrayList<>())
                            .add(address(one.planned()));
                }
            }
            if (!byReason.isEmpty()) {
                lines.add("  " + outcome.label());
                reasons(byReason, lines);
            }
        }
        if (result.stop() != null) {
            lines.add("Stopped: " + SafeText.escape(result.stop()));
        }
        return lines;
    }

    private static void reasons(Map<String, List<String>> byReason, List<String> lines) {
        int shown = 0;
        for (Map.Entry<String, List<String>> reason : byReason.entrySet()) {
            if (shown++ == MAX_REASONS) {
                lines.add("    … and " + (byReason.size() - MAX_REASONS) + " more reasons; --json has every job");
                return;
            }
            List<String> jobs = reason.getValue();
            String named = String.join(", ", jobs.subList(0, Math.min(NAMED, jobs.size())));
            lines.add("    " + named + (jobs.size() > NAMED ? " and " + (jobs.size() - NAMED) + " more" : "") + ": "
                    + SafeText.escape(reason.getKey()));
        }
    }

    private static String address(PlannedVerb planned) {
        return SafeText.escape(planned.job().address().toString());
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
