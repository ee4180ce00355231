package io.camelsmc.plan;

/**
 * Limits of the account that a plan respects.
 *
 * @param jobQuota jobs that the account may hold (1,000 since 2024; 100 on the page of 2021)
 */
public record PlanLimits(int jobQuota) {

    /** The default quota of an account. */
    public static PlanLimits standard() {
        return new PlanLimits(1000);
    }
}
