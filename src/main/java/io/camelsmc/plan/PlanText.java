package io.camelsmc.plan;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SafeText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plan for eyes: counts first, then what needs attention; at most {@link #MAX_LINES} lines at any size.
 */
public final class PlanText {

    /** Lines that a summary has at most. */
    public static final int MAX_LINES = 60;

    private static final int MAX_GROUPS = 20;
    private static final int MAX_ATTENTION = 24;

    private PlanText() {}

    /** The lines of the summary. */
    public static List<String> of(Plan plan) {
        List<String> lines = new ArrayList<>();
        lines.add("Plan: " + plan.changes().size() + " rows"
                + (plan.offline() ? " (offline: the service was not asked)" : ""));
        plan.counts().forEach((action, count) -> {
            if (count > 0) {
                lines.add(String.format("  %-10s %6d", action.label(), count));
            }
        });
        groups(plan, lines);
        attention(plan, lines);
        return lines;
    }

    private static void groups(Plan plan, List<String> lines) {
        Map<String, Map<Action, Long>> groups = new TreeMap<>();
        for (Change change : plan.changes()) {
            String group = change.address().wave() + "  " + change.region();
            groups.computeIfAbsent(group, g -> new EnumMap<>(Action.class)).merge(change.action(), 1L, Long::sum);
        }
        if (groups.size() < 2) {
            return;
        }
        lines.add("By wave and region:");
        int shown = 0;
        for (Map.Entry<String, Map<Action, Long>> group : groups.entrySet()) {
            if (shown++ == MAX_GROUPS) {
                lines.add("  … and " + (groups.size() - MAX_GROUPS) + " more");
                return;
            }
            StringBuilder line = new StringBuilder("  ")
                    .append(SafeText.escape(group.getKey()))
                    .append(':');
            group.getValue()
                    .forEach((action, count) ->
                            line.append(' ').append(count).append(' ').append(action.label()));
            lines.add(line.toString());
        }
    }

    private static void attention(Plan plan, List<String> lines) {
        List<Change> attention = plan.changes().stream()
                .filter(change -> change.action() == Action.CONFLICT
                        || change.action() == Action.INVALID
                        || change.action() == Action.BLOCKED
                        || change.action() == Action.RESOLVE)
                .toList();
        if (attention.isEmpty()) {
            return;
        }
        lines.add("Needs attention:");
        int room = MAX_ATTENTION;
        int rows = 0;
        for (Change change : attention) {
            List<String> texts = texts(change);
            if (texts.size() > room) {
                lines.add("  … and " + (attention.size() - rows) + " more rows; --json has all of them");
                return;
            }
            texts.forEach(text -> lines.add("  " + SafeText.escape(text)));
            room -= texts.size();
            rows++;
        }
    }

    private static List<String> texts(Change change) {
        if (change.action() == Action.INVALID) {
            return change.problems().stream()
                    .filter(Diagnostic::isError)
                    .map(Diagnostic::render)
                    .toList();
        }
        return List.of(change.render());
    }
}
