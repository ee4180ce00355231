package io.camelsmc.run;

import io.camelsmc.client.SmcException;
import io.camelsmc.job.JobRequest;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import io.camelsmc.plan.Selection;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import io.camelsmc.state.StateView;
import io.camelsmc.wave.CheckedRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Plans the rows that are worth another try: those of sheets, or those that the journal remembers. */
public final class RetrySource implements PlanSource {

    private final @Nullable CheckedRows sheet;
    private final Selection selection;
    private final IntConsumer refused;

    private RetrySource(@Nullable CheckedRows sheet, Selection selection, IntConsumer refused) {
        this.sheet = sheet;
        this.selection = selection;
        this.refused = refused;
    }

    /**
     * With the rows of sheets.
     *
     * @param refused hears how many rows were left out, since they were refused for good
     */
    public static RetrySource ofSheet(CheckedRows rows, IntConsumer refused) {
        return new RetrySource(rows, Selection.all(), refused);
    }

    /** The same with the rows of the journal that a selection takes. */
    public static RetrySource ofJournal(Selection selection, IntConsumer refused) {
        return new RetrySource(null, selection, refused);
    }

    @Override
    public PlannedRows asked(AccountAccess<?> access, PlanOptions options) throws SmcException {
        Rows rows = rows(access.state(), options, access.clock().instant());
        return narrowed(PlanSource.of(rows.worthwhile()).asked(access, options), access.state(), rows.refused());
    }

    @Override
    public PlannedRows unasked(StateView state, String account, PlanOptions options) {
        Rows rows = rows(state, options, Instant.now());
        return narrowed(PlanSource.of(rows.worthwhile()).unasked(state, account, options), state, rows.refused());
    }

    private record Rows(CheckedRows worthwhile, int refused) {}

    private Rows rows(StateView state, PlanOptions options, Instant now) {
        if (sheet != null) {
            return new Rows(sheet, 0);
        }
        JournalRows.Unfinished known = JournalRows.unfinished(state, selection, options.context(now));
        Selections.requireUsed(selection);
        return new Rows(new CheckedRows(known.worthwhile(), List.of()), known.refused());
    }

    private PlannedRows narrowed(PlannedRows planned, StateView state, int leftOut) {
        Plan plan = planned.plan();
        Set<Change> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        int forGood = leftOut;
        for (Change change : plan.changes()) {
            JobRecord record = record(change, state);
            if (change.action() == Action.INVALID || AnotherTry.worthwhile(record, change.digest())) {
                kept.add(change);
            } else if (record != null && record.state() == JobState.REJECTED) {
                forGood++;
            }
        }
        refused.accept(forGood);
        return new PlannedRows(
                Selections.with(plan, among(kept, plan.changes())), among(kept, planned.inOrderOfRows()));
    }

    private static List<Change> among(Set<Change> kept, List<Change> changes) {
        List<Change> among = new ArrayList<>(changes);
        among.removeIf(change -> !kept.contains(change));
        return among;
    }

    private static @Nullable JobRecord record(Change change, StateView state) {
        JobRequest request = change.request();
        return request == null ? null : state.find(request.key()).orElse(null);
    }
}
