package io.camelsmc.emulator.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Remembers nonces for at least the given time, in two generations that take turns. Safe for use by many threads.
 *
 * <p>A generation that grows beyond its cap ends early, so that a long load run does not fill the memory; nonces are
 * then forgotten sooner than stated.
 */
public final class NonceMemory {

    private static final int MAX_PER_GENERATION = 400_000;

    private final Duration retention;
    private Set<String> current = new HashSet<>();
    private Set<String> previous = Set.of();
    private Instant currentSince = Instant.MIN;

    /** Creates an empty memory. */
    public NonceMemory(Duration retention) {
        this.retention = retention;
    }

    /** Remembers a nonce and says whether it is new. */
    public synchronized boolean add(String nonce, Instant now) {
        Instant end = currentSince.equals(Instant.MIN) ? Instant.MIN : currentSince.plus(retention);
        if (!now.isBefore(end) || current.size() >= MAX_PER_GENERATION) {
            boolean bothOld = currentSince.equals(Instant.MIN) || !now.isBefore(end.plus(retention));
            previous = bothOld ? Set.of() : current;
            current = new HashSet<>();
            currentSince = now;
        }
        return !previous.contains(nonce) && current.add(nonce);
    }
}
