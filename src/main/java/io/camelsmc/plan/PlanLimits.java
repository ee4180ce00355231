package io.camelsmc.plan;

/**
 * Limits of the account that a plan respects. Both can be raised by a ticket.
 *
 * @param jobQuota jobs that the account may hold (1,000 since 2024; 100 on the page of 2021)
 * @param runningQuota jobs that may run at once (50 since 2023; 20 on the page of 2021)
 */
public record PlanLimits(int jobQuota, int runningQuota) {

    /** The default quotas of an account. */
    public static PlanLimits standard() {
        return new PlanLimits(1000, 50);
    }
}
