package io.camelsmc.run;

import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/**
 * A plan together with the order of the rows that it was made of, which a plan does not keep.
 *
 * @param plan the plan
 * @param inOrderOfRows the very changes of the plan, in the order of the rows
 */
public record PlannedRows(Plan plan, List<Change> inOrderOfRows) {

    public PlannedRows {
        inOrderOfRows = List.copyOf(inOrderOfRows);
    }

    /** A plan whose rows have no order but its own. */
    static PlannedRows of(Plan plan) {
        return new PlannedRows(plan, plan.changes());
    }

    /** Puts what belongs to the changes of the plan, one by one, into the order of the rows. */
    <T> List<T> inOrderOfRows(List<T> ofChanges) {
        IdentityHashMap<Change, T> byChange = new IdentityHashMap<>();
        for (int i = 0; i < ofChanges.size(); i++) {
            byChange.put(plan.changes().get(i), ofChanges.get(i));
        }
        List<T> ordered = new ArrayList<>(ofChanges.size());
        inOrderOfRows.forEach(change -> ordered.add(Objects.requireNonNull(byChange.get(change))));
        return ordered;
    }
}
