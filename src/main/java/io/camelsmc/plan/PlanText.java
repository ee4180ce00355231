package io.camelsmc.plan;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SafeText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * A plan for eyes: counts first, then what needs attention; at most {@link #MAX_LINES} lines at any size. Takes the
 * changes one by one in any order and keeps only those that it may show, so memory does not grow with the plan. Not safe
 * to share between threads.
 */
public final class PlanText {

    /** Lines that a summary has at most. */
    public static final int MAX_LINES = 60;

    private static final int MAX_GROUPS = 20;
    private static final int MAX_ATTENTION = 24;
    private static final int GROUPS_COUNTED = 10_000;

    private final boolean offline;
    private final Map<Action, Long> counts = new EnumMap<>(Action.class);
    private final TreeMap<String, Map<Action, Long>> groups = new TreeMap<>();
    private final Set<String> groupNames = new HashSet<>();
    /** The first of them in the order of a plan; the last of these on top. */
    private final PriorityQueue<Change> attention = new PriorityQueue<>(Collections.reverseOrder(Plan.ORDER));

    private long attentionCount;
    private long byName;

    /** An empty plan, with or without the answers of the service. */
    public PlanText(boolean offline) {
        this.offline = offline;
        for (Action action : Action.values()) {
            counts.put(action, 0L);
        }
    }

    /** The lines of the summary. */
    public static List<String> of(Plan plan) {
        PlanText text = new PlanText(plan.offline());
        plan.changes().forEach(text::add);
        return text.lines();
    }

    /** Takes one more change into account. */
    public void add(Change change) {
        counts.merge(change.action(), 1L, Long::sum);
        byName += change.reason() == ActionReason.SOURCE_BY_NAME ? 1 : 0;
        group(change);
        switch (change.action()) {
            case CONFLICT, INVALID, BLOCKED, RESOLVE -> {
                attentionCount++;
                attention.add(change);
                if (attention.size() > MAX_ATTENTION + 1) {
                    attention.poll();
                }
            }
            case CREATE, ADOPT, UNCHANGED -> {}
        }
    }

    /** Rows by action; every action is there. */
    public Map<Action, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /** The lines of the summary as it stands. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        long rows = counts.values().stream().mapToLong(Long::longValue).sum();
        lines.add("Plan: " + rows + " rows" + (offline ? " (offline: the service was not asked)" : ""));
        counts.forEach((action, count) -> {
            if (count > 0) {
                lines.add(String.format("  %-10s %6d", action.label(), count));
            }
        });
        if (byName > 0) {
            lines.add("  " + byName + " of them give the name of their source, which is looked up when the service is"
                    + " asked; it may have a job already");
        }
        groups(lines);
        attention(lines);
        return lines;
    }

    /** Keeps the first groups only: one that was dropped has enough before it for ever. */
    private void group(Change change) {
        String group = change.address().wave() + "  " + change.region();
        if (groupNames.size() <= GROUPS_COUNTED) {
            groupNames.add(group);
        }
        groups.computeIfAbsent(group, g -> new EnumMap<>(Action.class)).merge(change.action(), 1L, Long::sum);
        if (groups.size() > MAX_GROUPS) {
            groups.pollLastEntry();
        }
    }

    private void groups(List<String> lines) {
        if (groupNames.size() < 2) {
            return;
        }
        lines.add("By wave and region:");
        groups.forEach((group, actions) -> {
            StringBuilder line =
                    new StringBuilder("  ").append(SafeText.escape(group)).append(':');
            actions.forEach((action, count) ->
                    line.append(' ').append(count).append(' ').append(action.label()));
            lines.add(line.toString());
        });
        int hidden = groupNames.size() - groups.size();
        if (groupNames.size() > GROUPS_COUNTED) {
            lines.add("  … and more than " + (GROUPS_COUNTED - groups.size()) + " more");
        } else if (hidden > 0) {
            lines.add("  … and " + hidden + " more");
        }
    }

    private void attention(List<String> lines) {
        if (attention.isEmpty()) {
            return;
        }
        lines.add("Needs attention:");
        int room = MAX_ATTENTION;
        int rows = 0;
        for (Change change : attention.stream().sorted(Plan.ORDER).toList()) {
            List<String> texts = texts(change);
            if (texts.size() > room) {
                lines.add("  … and " + (attentionCount - rows) + " more rows; --json has all of them");
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
