package io.camelsmc.provision.pace;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The time one invocation may take, on a clock that never jumps. */
public final class Deadline {

    private final LongSupplier nanos;
    private final long end;

    private Deadline(LongSupplier nanos, long end) {
        this.nanos = nanos;
        this.end = end;
    }

    public static Deadline after(Duration time, LongSupplier nanos) {
        return new Deadline(nanos, nanos.getAsLong() + time.toNanos());
    }

    /** Whether a wait would end in time. */
    public boolean allows(Duration wait) {
        return left().compareTo(wait) >= 0;
    }

    /** The time that is left; negative when it is over. */
    public Duration left() {
        return Duration.ofNanos(end - nanos.getAsLong());
    }
}
