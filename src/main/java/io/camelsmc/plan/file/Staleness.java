package io.camelsmc.plan.file;

import io.camelsmc.plan.Action;
import io.camelsmc.plan.ActionReason;
import io.camelsmc.plan.Change;
import io.camelsmc.spec.ReplicationJobSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Holds a saved plan against a fresh one of the same rows, row by row. What is still right is done; what has been done
 * already, or needs less than was planned, is fine as well; anything beyond what was approved is left alone. Pure.
 */
public final class Staleness {

    private Staleness() {}

    /** What may be done about each row of a saved plan now. */
    public static List<Change> check(List<Change> saved, List<Change> fresh) {
        if (saved.size() != fresh.size()) {
            throw new IllegalArgumentException("the plans are not of the same rows");
        }
        List<Change> checked = new ArrayList<>(saved.size());
        for (int i = 0; i < saved.size(); i++) {
            checked.add(check(saved.get(i), fresh.get(i)));
        }
        return checked;
    }

    private static Change check(Change saved, Change fresh) {
        if (saved.action() == Action.INVALID || !fresh.action().pending() || approved(saved, fresh)) {
            return saved.action() == Action.INVALID ? saved : fresh;
        }
        ReplicationJobSpec spec = saved.spec();
        return new Change(
                saved.address(),
                saved.position(),
                Action.BLOCKED,
                ActionReason.PLAN_STALE,
                spec,
                saved.request(),
                fresh.jobId(),
                fresh.differences(),
                List.of(),
                "planned " + saved.action().label() + " (" + saved.reason().meaning() + "), now "
                        + fresh.action().label() + " (" + fresh.reason().meaning() + ")");
    }

    private static boolean approved(Change saved, Change fresh) {
        if (!Objects.equals(saved.spec(), fresh.spec())) {
            return false;
        }
        return switch (saved.action()) {
            case CREATE, RESOLVE -> fresh.action() != Action.UPDATE;
            case ADOPT -> fresh.action() == Action.ADOPT;
            case UPDATE ->
                fresh.action() == Action.UPDATE
                        && (fresh.differences().isEmpty() || fresh.differences().equals(saved.differences()));
            default -> false;
        };
    }
}
