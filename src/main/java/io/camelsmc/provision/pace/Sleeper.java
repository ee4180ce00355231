package io.camelsmc.provision.pace;

import java.time.Duration;

/** Waits. Tests pass one that only notes the time. */
@FunctionalInterface
public interface Sleeper {

    /** Really sleeps. */
    Sleeper REAL = duration -> Thread.sleep(duration.toMillis());

    void sleep(Duration duration) throws InterruptedException;
}
