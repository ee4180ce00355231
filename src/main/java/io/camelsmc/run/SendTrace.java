package io.camelsmc.run;

import io.camelsmc.client.CallInterceptor;
import io.camelsmc.client.CreateReplicationJobRequest;
import io.camelsmc.client.SmcCall;
import io.camelsmc.client.SmcException;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.ReplicationJobSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers for each row when its first create left, with which token, and how many did. Safe to share between threads. */
public final class SendTrace implements CallInterceptor {

    private final Clock clock;
    private final Map<String, Sent> rows = new ConcurrentHashMap<>();

    public SendTrace(Clock clock) {
        this.clock = clock;
    }

    /** Creates of one row. */
    record Sent(Instant first, String token, int attempts) {}

    @Override
    public <R> R intercept(SmcCall<R> call, Next next) throws SmcException {
        if (call instanceof CreateReplicationJobRequest create) {
            sending(create.spec(), create.token());
        }
        return next.call(call);
    }

    private void sending(ReplicationJobSpec spec, ClientToken token) {
        rows.merge(
                key(spec),
                new Sent(clock.instant(), token.value(), 1),
                (before, now) -> new Sent(before.first(), now.token(), before.attempts() + 1));
    }

    @Nullable
    Sent of(ReplicationJobSpec spec) {
        return rows.get(key(spec));
    }

    private static String key(ReplicationJobSpec spec) {
        return spec.sourceId() + "\n" + spec.regionId() + "\n" + spec.generation();
    }
}
