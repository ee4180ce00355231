package io.camelsmc.plan;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SafeText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A plan for eyes: counts first, then what changes, then what needs attention; at most {@link #MAX_LINES} lines at any
 * size.
 */
public final class PlanText {

    /** Lines that a summary has at most. */
    public static final int MAX_LINES = 60;

    private static final int MAX_FINDINGS = 3;
    private static final int MAX_GROUPS = 12;
    private static final int MAX_UPDATES = 6;
    private static final int MAX_ATTENTION = 16;
    private static final int MAX_WARNINGS = 5;

    private static final Set<Action> ATTENTION =
            EnumSet.of(Action.CONFLICT, Action.INVALID, Action.BLOCKED, Action.RESOLVE);

    private final Plan plan;
    private final List<String> lines = new ArrayList<>();

    private PlanText(Plan plan) {
        this.plan = plan;
    }

    /** The lines of the summary. */
    public static List<String> of(Plan plan) {
        PlanText text = new PlanText(plan);
        text.counts();
        text.section("", plan.findings().stream().map(Diagnostic::render).toList(), MAX_FINDINGS);
        text.groups();
        text.section("Changes to existing jobs:", text.updates(), MAX_UPDATES);
        text.attention();
        text.warnings();
        return text.lines;
    }

    private void counts() {
        lines.add("Plan: " + plan.changes().size() + " rows"
                + (plan.offline() ? " (offline: the service was not asked)" : ""));
        plan.counts().forEach((action, count) -> {
            if (count > 0) {
                lines.add(String.format("  %-10s %6d", action.label(), count));
            }
        });
        if (!plan.hasPendingChanges()) {
            lines.add("Nothing would be changed.");
        }
    }

    private void groups() {
        Map<String, Map<Action, Long>> groups = new TreeMap<>();
        for (Change change : plan.changes()) {
            String group = change.address().wave() + "  " + change.region();
            groups.computeIfAbsent(group, g -> new EnumMap<>(Action.class)).merge(change.action(), 1L, Long::sum);
        }
        if (groups.size() < 2) {
            return;
        }
        List<String> texts = new ArrayList<>();
        groups.forEach((group, actions) -> {
            StringBuilder line = new StringBuilder(group).append(':');
            actions.forEach((action, count) ->
                    line.append(' ').append(count).append(' ').append(action.label()));
            texts.add(line.toString());
        });
        section("By wave and region:", texts, MAX_GROUPS);
    }

    private List<String> updates() {
        return plan.changes().stream()
                .filter(change -> change.action() == Action.UPDATE)
                .map(Change::render)
                .toList();
    }

    private void attention() {
        List<String> texts = new ArrayList<>();
        int room = MAX_ATTENTION;
        int hidden = 0;
        for (Change change : plan.changes()) {
            boolean drifted = change.reason() == ActionReason.DRIFTED;
            if (!drifted && !ATTENTION.contains(change.action())) {
                continue;
            }
            List<String> own = texts(change);
            if (own.size() > room) {
                room = 0;
                hidden++;
            } else {
                texts.addAll(own);
                room -= own.size();
            }
        }
        if (hidden > 0) {
            texts.add("… and " + hidden + " more rows; --json has all of them");
        }
        section("Needs attention:", texts, MAX_ATTENTION + 1);
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

    /** Warnings come in crowds, so one line stands for all of a kind. */
    private void warnings() {
        Map<String, List<Diagnostic>> kinds = new TreeMap<>();
        for (Change change : plan.changes()) {
            for (Diagnostic warning : change.warnings()) {
                kinds.computeIfAbsent(warning.rule() + "\n" + warning.summary(), kind -> new ArrayList<>())
                        .add(warning);
            }
        }
        List<String> texts = new ArrayList<>();
        kinds.values().forEach(kind -> {
            Diagnostic first = kind.get(0);
            texts.add(first.renderWithRule().replaceFirst("warning: ", "")
                    + (kind.size() > 1 ? " and " + (kind.size() - 1) + " more like it" : ""));
        });
        section("Warnings:", texts, MAX_WARNINGS);
    }

    private void section(String title, List<String> texts, int most) {
        if (texts.isEmpty()) {
            return;
        }
        if (!title.isEmpty()) {
            lines.add(title);
        }
        texts.stream().limit(most).forEach(text -> lines.add("  " + SafeText.escape(text)));
        if (texts.size() > most) {
            lines.add("  … and " + (texts.size() - most) + " more; --json has all of them");
        }
    }
}
