package io.camelsmc.provision.pace;

/**
 * How fast to call. The rate adapts below its bound by itself.
 *
 * @param ratePerSecond calls a second at most; 0 for no bound but what the service allows
 * @param parallelism calls in flight at most
 * @param retryBudget what retries may cost before successes pay for more
 */
public record PaceOptions(double ratePerSecond, int parallelism, int retryBudget) {

    public PaceOptions {
        if (!(ratePerSecond >= 0) || parallelism < 1 || retryBudget < 0) {
            throw new IllegalArgumentException(
                    "rate and retry budget must not be negative, parallelism must be at least 1");
        }
    }

    /** No bound on the rate, 8 calls in flight, a budget of 500. */
    public static PaceOptions standard() {
        return new PaceOptions(0, 8, 500);
    }

    /** The same with another bound on the rate. */
    public PaceOptions withRate(double perSecond) {
        return new PaceOptions(perSecond, parallelism, retryBudget);
    }

    /** The same with other parallelism. */
    public PaceOptions withParallelism(int calls) {
        return new PaceOptions(ratePerSecond, calls, retryBudget);
    }
}
