package io.camelsmc.provision;

import io.camelsmc.provision.pace.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that only moves when somebody sleeps, and a sleeper that moves it. */
public final class TestTime extends Clock implements Sleeper {

    private final Instant start;
    private final AtomicLong elapsed = new AtomicLong();
    private final AtomicLong stepped = new AtomicLong();
    final List<Duration> sleeps = Collections.synchronizedList(new ArrayList<>());

    public TestTime(Instant start) {
        this.start = start;
    }

    static TestTime fromNow() {
        return new TestTime(Instant.now());
    }

    public void pass(Duration time) {
        elapsed.addAndGet(time.toNanos());
    }

    /** Somebody sets the clock of the machine; what runs on without a clock does not notice. */
    void step(Duration time) {
        stepped.addAndGet(time.toNanos());
    }

    public long nanos() {
        return elapsed.get();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sleeps.add(duration);
        pass(duration);
    }

    @Override
    public Instant instant() {
        return start.plusNanos(elapsed.get() + stepped.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
