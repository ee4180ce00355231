package io.camelsmc.run;

import io.camelsmc.plan.PlanLimits;
import io.camelsmc.spec.check.ApiProfile;
import io.camelsmc.spec.check.CheckContext;
import java.time.Instant;

/**
 * What holds for the rows of a plan.
 *
 * @param limits limits of the account
 * @param profile edition of the API page that rows are checked against
 * @param allowErase whether the loss of all data on target instances is consented to
 */
public record PlanOptions(PlanLimits limits, ApiProfile profile, boolean allowErase) {

    /** The default limits and edition; no consent to erase. */
    public static PlanOptions standard() {
        return new PlanOptions(PlanLimits.standard(), ApiProfile.DEFAULT, false);
    }

    /** What rows are checked against at a time. */
    public CheckContext context(Instant now) {
        return CheckContext.at(now).profile(profile).allowErase(allowErase);
    }
}
