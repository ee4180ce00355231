package io.camelsmc.plan;

import io.camelsmc.diag.Diagnostic;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What would change. The changes are sorted by wave, name, place, so equal input gives equal plans.
 *
 * @param account scope of the account
 * @param lineage identity of the journal that was looked at
 * @param serial serial of that journal at the time
 * @param offline whether the service was left out
 * @param inputs the files that the rows came from
 * @param findings what is to be said about the rows as a whole
 * @param changes one for every row
 */
public record Plan(
        String account,
        String lineage,
        long serial,
        boolean offline,
        List<PlannedInput> inputs,
        List<Diagnostic> findings,
        List<Change> changes) {

    /** By wave, name, place. */
    public static final Comparator<Change> ORDER = Comparator.comparing(
                    (Change change) -> change.address().wave())
            .thenComparing(change -> change.address().name())
            .thenComparing(change -> change.position().source())
            .thenComparingInt(change -> change.position().line());

    public Plan {
        inputs = List.copyOf(inputs);
        findings = List.copyOf(findings);
        changes = changes.stream().sorted(ORDER).toList();
    }

    /** A plan of rows that came from no file. */
    public Plan(String account, String lineage, long serial, boolean offline, List<Change> changes) {
        this(account, lineage, serial, offline, List.of(), List.of(), changes);
    }

    /** The same plan, made from these files. */
    public Plan of(List<PlannedInput> files) {
        return new Plan(account, lineage, serial, offline, files, findings, changes);
    }

    /** Rows by action; every action is there. */
    public Map<Action, Long> counts() {
        Map<Action, Long> counts = new EnumMap<>(Action.class);
        for (Action action : Action.values()) {
            counts.put(action, 0L);
        }
        changes.forEach(change -> counts.merge(change.action(), 1L, Long::sum));
        return counts;
    }

    /** Whether applying it would call the service to make or take over a job. */
    public boolean hasPendingChanges() {
        return changes.stream().anyMatch(change -> change.action().pending());
    }
}
