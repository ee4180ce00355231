package io.camelsmc.run;

import io.camelsmc.client.SmcException;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.state.StateView;
import io.camelsmc.wave.CheckedRows;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds out what would be done about every row of some waves. Changes nothing. */
public final class PlanRun {

    private final PlanOptions options;

    public PlanRun(PlanOptions options) {
        this.options = options;
    }

    /**
     * Plans with what the service reports.
     *
     * @throws SmcException if it does not say what is there
     */
    public Plan run(CheckedRows rows, AccountAccess<?> access) throws SmcException {
        return PlanSource.of(rows).asked(access, options).plan();
    }

    /**
     * Plans from the rows and the journal alone.
     *
     * @param accountId the account, if the journal is of none yet; null when it is not known
     */
    public Plan offline(CheckedRows rows, StateView state, @Nullable String accountId) {
        return builder(rows, state).offline(accountId).plan();
    }

    /** The same row by row, for those who keep no list of rows. */
    public Function<DesiredRow, Change> eachOffline(StateView state, @Nullable String accountId) {
        return builder(new CheckedRows(List.of(), List.of()), state).eachOffline(accountId);
    }

    private PlanBuilder builder(CheckedRows rows, StateView state) {
        return new PlanBuilder(rows.rows(), rows.findings(), state, options.limits());
    }
}
