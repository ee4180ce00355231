package io.camelsmc.run;

import io.camelsmc.account.AccountReader;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.plan.Plan;
import io.camelsmc.state.StateView;
import io.camelsmc.wave.CheckedRows;

/** Where the plan of a run comes from. */
public interface PlanSource {

    /**
     * Plans with what the journal remembers and the service reports.
     *
     * @throws SmcException if the service does not say what is there
     */
    PlannedRows asked(AccountAccess<?> access, PlanOptions options) throws SmcException;

    /** Plans with what the journal remembers alone, for an account that is known by its scope. */
    PlannedRows unasked(StateView state, String account, PlanOptions options);

    /** Plans rows that were checked. Rows that know their source by name alone get its id first. */
    static PlanSource of(CheckedRows rows) {
        return new PlanSource() {
            @Override
            public PlannedRows asked(AccountAccess<?> access, PlanOptions options) throws SmcException {
                SmcClient reads = access.reads();
                CheckedRows resolved = SourceLookup.resolve(rows, reads);
                return new PlanBuilder(resolved.rows(), resolved.findings(), access.state(), options.limits())
                        .online(reads.accountScope(), new AccountReader(reads));
            }

            @Override
            public PlannedRows unasked(StateView state, String account, PlanOptions options) {
                return new PlanBuilder(rows.rows(), rows.findings(), state, options.limits()).offlineFor(account);
            }
        };
    }

    /** Takes a plan that was saved, as far as it still holds. */
    static PlanSource of(Plan saved) {
        return new PlanSource() {
            @Override
            public PlannedRows asked(AccountAccess<?> access, PlanOptions options) throws SmcException {
                return PlannedRows.of(PlanFile.recheck(
                        saved,
                        access.state(),
                        access.reads(),
                        options.limits(),
                        options.context(access.clock().instant())));
            }

            @Override
            public PlannedRows unasked(StateView state, String account, PlanOptions options) {
                return PlannedRows.of(saved);
            }
        };
    }
}
