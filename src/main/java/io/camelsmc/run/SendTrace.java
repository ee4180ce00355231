package io.camelsmc.run;

import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.ReplicationJobSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers for each row when its first create left, with which token, and how many did. Safe to share between threads. */
public final class SendTrace {

    private final Clock clock;
    private final Map<String, Sent> rows = new ConcurrentHashMap<>();

    public SendTrace(Clock clock) {
        this.clock = clock;
    }

    /** Creates of one row. */
    record Sent(Instant first, String token, int attempts) {}

    /** A create is about to leave. */
    public void sending(ReplicationJobSpec spec, ClientToken token) {
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
