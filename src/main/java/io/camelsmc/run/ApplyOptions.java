package io.camelsmc.run;

import org.jspecify.annotations.Nullable;

/**
 * What an {@link ApplyRun} may do.
 *
 * @param planning what holds for the rows
 * @param strict whether one invalid row keeps all rows from being sent
 * @param maxCreate jobs that the run may create, or else nothing is sent; null for no limit
 * @param maxFail how many rows may fail before no further row is started
 * @param parallelism requests in flight at most, as far as the pace allows
 * @param updates whether a job whose row was edited may be changed; if not, such a row is a conflict with its differences
 */
public record ApplyOptions(
        PlanOptions planning,
        boolean strict,
        @Nullable Integer maxCreate,
        FailureLimit maxFail,
        int parallelism,
        boolean updates) {

    public ApplyOptions {
        if (parallelism < 1 || (maxCreate != null && maxCreate < 0)) {
            throw new IllegalArgumentException("parallelism must be at least 1, and maxCreate must not be negative");
        }
    }

    /** No guard but the limits of the account, 8 requests in flight, no change to a job that exists. */
    public static ApplyOptions standard() {
        return new ApplyOptions(PlanOptions.standard(), false, null, FailureLimit.NONE, 8, false);
    }

    public ApplyOptions withPlanning(PlanOptions other) {
        return new ApplyOptions(other, strict, maxCreate, maxFail, parallelism, updates);
    }

    public ApplyOptions withStrict(boolean other) {
        return new ApplyOptions(planning, other, maxCreate, maxFail, parallelism, updates);
    }

    public ApplyOptions withMaxCreate(@Nullable Integer other) {
        return new ApplyOptions(planning, strict, other, maxFail, parallelism, updates);
    }

    public ApplyOptions withMaxFail(FailureLimit other) {
        return new ApplyOptions(planning, strict, maxCreate, other, parallelism, updates);
    }

    public ApplyOptions withParallelism(int other) {
        return new ApplyOptions(planning, strict, maxCreate, maxFail, other, updates);
    }

    public ApplyOptions withUpdates(boolean other) {
        return new ApplyOptions(planning, strict, maxCreate, maxFail, parallelism, other);
    }
}
