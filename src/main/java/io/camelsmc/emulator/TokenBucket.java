package io.camelsmc.emulator;

import java.util.Map;
import java.util.function.LongSupplier;

/** Throttles calls by a bucket that refills steadily. Its time is monotonic, whatever the service's clock shows. */
final class TokenBucket {

    private final RateLimit limit;
    private final LongSupplier nanos;
    private double tokens;
    private long refilledAt;

    TokenBucket(RateLimit limit, LongSupplier nanos) {
        this.limit = limit;
        this.nanos = nanos;
        this.tokens = limit.burst();
        this.refilledAt = nanos.getAsLong();
    }

    /** Takes a token or refuses the call. */
    void take() {
        if (limit.perSecond() > 0) {
            double waitSeconds = tryTake();
            if (waitSeconds > 0) {
                throw refusal((long) Math.ceil(waitSeconds * 1000));
            }
        }
    }

    private synchronized double tryTake() {
        long now = nanos.getAsLong();
        tokens = Math.min(limit.burst(), tokens + (now - refilledAt) / 1e9 * limit.perSecond());
        refilledAt = now;
        if (tokens < 1) {
            return (1 - tokens) / limit.perSecond();
        }
        tokens--;
        return 0;
    }

    private Refusal refusal(long millis) {
        Map<String, String> headers =
                limit.retryAfterHeader() ? Map.of("x-acs-retry-after", Long.toString(millis)) : Map.of();
        return new Refusal(limit.status(), limit.code(), "Request was denied due to user flow control.", headers);
    }
}
