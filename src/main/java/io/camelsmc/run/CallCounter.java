package io.camelsmc.run;

import io.camelsmc.client.CallInterceptor;
import io.camelsmc.client.CreateReplicationJobRequest;
import io.camelsmc.client.SmcCall;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcThrottledException;
import io.camelsmc.spec.ClientToken;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Counts calls, for reports. Safe to share between threads. */
public final class CallCounter implements CallInterceptor {

    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong creates = new AtomicLong();
    private final AtomicLong throttled = new AtomicLong();
    private final Set<ClientToken> tokens = ConcurrentHashMap.newKeySet();
    private volatile Consumer<SmcException> throttling = answer -> {};

    /** Hands every answer that throttles to somebody. */
    public void onThrottled(Consumer<SmcException> action) {
        throttling = action;
    }

    /** All counts. */
    public CallCounts counts() {
        return new CallCounts(calls(), retries(), throttled());
    }

    /** Calls made, answered or not. */
    long calls() {
        return calls.get();
    }

    /** Create calls that carried a token which had been sent before. */
    long retries() {
        return creates.get() - tokens.size();
    }

    /** Calls that the service throttled. */
    long throttled() {
        return throttled.get();
    }

    @Override
    public <R> R intercept(SmcCall<R> call, Next next) throws SmcException {
        calls.incrementAndGet();
        if (call instanceof CreateReplicationJobRequest create) {
            creates.incrementAndGet();
            tokens.add(create.token());
        }
        try {
            return next.call(call);
        } catch (SmcThrottledException e) {
            throttled.incrementAndGet();
            throttling.accept(e);
            throw e;
        }
    }
}
