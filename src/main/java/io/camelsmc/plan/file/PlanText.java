package io.camelsmc.plan.file;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SafeText;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.ActionReason;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A plan for eyes: counts first, then what changes, then what needs attention; at most {@link #MAX_LINES} lines at any
 * size. Takes the changes one by one in any order and keeps only those that it may show, so memory does not grow with the
 * plan. Not safe to share between threads.
 */
public final class PlanText {

    /** Lines that a summary has at most. */
    public static final int MAX_LINES = 60;

    private static final int MAX_FINDINGS = 3;
    private static final int MAX_GROUPS = 12;
    private static final int MAX_UPDATES = 6;
    private static final int MAX_ATTENTION = 14;
    private static final int MAX_WARNINGS = 5;
    private static final int GROUPS_COUNTED = 10_000;

    private final boolean offline;
    private final Map<Action, Long> counts = new EnumMap<>(Action.class);
    private final List<Diagnostic> findings = new ArrayList<>();
    private final TreeMap<String, Map<Action, Long>> groups = new TreeMap<>();
    private final Set<String> groupNames = new HashSet<>();
    private final FirstChanges updates = new FirstChanges(MAX_UPDATES);
    private final FirstChanges attention = new FirstChanges(MAX_ATTENTION);
    private final Map<String, Kind> warnings = new TreeMap<>();
    private long byName;

    /** Warnings come in crowds, so one line stands for all of a kind. */
    private static final class Kind {
        private final Diagnostic first;
        private long count;

        private Kind(Diagnostic first) {
            this.first = first;
        }
    }

    /** An empty plan, with or without the answers of the service. */
    public PlanText(boolean offline) {
        this.offline = offline;
        for (Action action : Action.values()) {
            counts.put(action, 0L);
        }
    }

    /** The lines of the summary. */
    public static List<String> of(Plan plan) {
        return filled(plan).lines();
    }

    /** Counts, changes to existing jobs and warnings alone, where a result with all the rest follows. */
    public static List<String> brief(Plan plan) {
        return filled(plan).lines(true);
    }

    private static PlanText filled(Plan plan) {
        PlanText text = new PlanText(plan.offline());
        plan.findings().forEach(text::add);
        plan.changes().forEach(text::add);
        return text;
    }

    /** Takes into account what is to be said about the rows as a whole. */
    public void add(Diagnostic finding) {
        findings.add(finding);
    }

    /** Takes one more change into account. */
    public void add(Change change) {
        counts.merge(change.action(), 1L, Long::sum);
        byName += change.reason() == ActionReason.SOURCE_BY_NAME ? 1 : 0;
        group(change);
        switch (change.action()) {
            case CONFLICT, INVALID, BLOCKED, RESOLVE -> attention.add(change);
            case UPDATE -> updates.add(change);
            case UNCHANGED -> {
                if (change.reason() == ActionReason.DRIFTED || !change.detail().isEmpty()) {
                    attention.add(change);
                }
            }
            case CREATE, ADOPT -> {}
        }
        for (Diagnostic warning : change.warnings()) {
            warnings.computeIfAbsent(warning.rule() + "\n" + warning.summary(), kind -> new Kind(warning)).count++;
        }
    }

    /** Rows by action; every action is there. */
    public Map<Action, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /** The lines of the summary as it stands. */
    public List<String> lines() {
        return lines(false);
    }

    private List<String> lines(boolean brief) {
        List<String> lines = new ArrayList<>();
        long rows = counts.values().stream().mapToLong(Long::longValue).sum();
        lines.add("Plan: " + rows + (rows == 1 ? " row" : " rows")
                + (offline ? " (offline: the service was not asked)" : ""));
        counts.forEach((action, count) -> {
            if (count > 0) {
                lines.add(String.format(Locale.ROOT, "  %-10s %6d", action.label(), count));
            }
        });
        if (counts.entrySet().stream().noneMatch(count -> count.getKey().pending() && count.getValue() > 0)) {
            lines.add("Nothing would be changed.");
        }
        if (byName > 0) {
            lines.add("  " + byName + " of them give the name of their source, which is looked up when the service is"
                    + " asked; it may have a job already");
        }
        section("", findings.stream().map(Diagnostic::render).toList(), findings.size(), MAX_FINDINGS, lines);
        if (!brief) {
            groups(lines);
        }
        section(
                "Changes to existing jobs:",
                updates.first().stream().map(Change::render).toList(),
                updates.count(),
                MAX_UPDATES,
                lines);
        if (!brief) {
            attention(lines);
        }
        warnings(lines);
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
        if (attention.count() == 0) {
            return;
        }
        lines.add("Needs attention:");
        int room = MAX_ATTENTION;
        long rows = 0;
        for (Change change : attention.first()) {
            List<String> texts = texts(change);
            if (texts.size() > room) {
                break;
            }
            texts.forEach(text -> lines.add("  " + SafeText.escape(text)));
            room -= texts.size();
            rows++;
        }
        if (rows < attention.count()) {
            lines.add("  … and " + (attention.count() - rows) + " more rows; --json has all of them");
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

    private void warnings(List<String> lines) {
        List<String> texts = warnings.values().stream()
                .map(kind -> kind.first.renderWithRule().replaceFirst("warning: ", "")
                        + (kind.count > 1 ? " and " + (kind.count - 1) + " more like it" : ""))
                .toList();
        section("Warnings:", texts, texts.size(), MAX_WARNINGS, lines);
    }

    private static void section(String title, List<String> texts, long all, int most, List<String> lines) {
        if (all == 0) {
            return;
        }
        if (!title.isEmpty()) {
            lines.add(title);
        }
        texts.stream().limit(most).forEach(text -> lines.add("  " + SafeText.escape(text)));
        if (all > most) {
            lines.add("  … and " + (all - most) + " more; --json has all of them");
        }
    }
}
