package io.camelsmc.emulator;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds {@link EmulatorOptions}, starting from the defaults. Not safe for use by many threads. */
public final class EmulatorOptionsBuilder {

    private int port = 0;
    private String accessKeyId = "testid";
    private String accessKeySecret = "testsecret";
    private @Nullable String securityToken;
    private SourceSupply sources = new SourceSupply.Any();
    private int jobQuota = 1000;
    private RateLimit rateLimit = RateLimit.NONE;
    private Clock clock = Clock.systemUTC();
    private Duration clockSkew = Duration.ZERO;
    private Duration readBackLag = Duration.ZERO;
    private Duration tokenRetention = Duration.ofHours(24);
    private @Nullable Duration runTime;
    private Set<Quirk> quirks = Set.of();
    private List<FaultRule> faults = List.of();
    private int journalCapacity = 200_000;

    EmulatorOptionsBuilder() {}

    /** Sets the port, 0 for any free one. */
    public EmulatorOptionsBuilder port(int value) {
        port = value;
        return this;
    }

    /** Sets the only key that is known. */
    public EmulatorOptionsBuilder accessKeyId(String value) {
        accessKeyId = value;
        return this;
    }

    /** Sets the secret of the key. */
    public EmulatorOptionsBuilder accessKeySecret(String value) {
        accessKeySecret = value;
        return this;
    }

    /** Sets the session token every call must carry. */
    public EmulatorOptionsBuilder securityToken(@Nullable String value) {
        securityToken = value;
        return this;
    }

    /** Sets which source servers exist. */
    public EmulatorOptionsBuilder sources(SourceSupply value) {
        sources = value;
        return this;
    }

    /** Sets how many jobs the account may hold. */
    public EmulatorOptionsBuilder jobQuota(int value) {
        jobQuota = value;
        return this;
    }

    /** Sets how calls are throttled. */
    public EmulatorOptionsBuilder rateLimit(RateLimit value) {
        rateLimit = value;
        return this;
    }

    /** Sets the clock of the service. */
    public EmulatorOptionsBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /** Sets how far the service's clock is ahead. */
    public EmulatorOptionsBuilder clockSkew(Duration value) {
        clockSkew = value;
        return this;
    }

    /** Sets how long a new job stays invisible to DescribeReplicationJobs. */
    public EmulatorOptionsBuilder readBackLag(Duration value) {
        readBackLag = value;
        return this;
    }

    /** Sets how long a ClientToken is remembered. */
    public EmulatorOptionsBuilder tokenRetention(Duration value) {
        tokenRetention = value;
        return this;
    }

    /** Sets how long a started job runs. */
    public EmulatorOptionsBuilder runTime(@Nullable Duration value) {
        runTime = value;
        return this;
    }

    /** Sets departures from the documented behaviour. */
    public EmulatorOptionsBuilder quirks(Set<Quirk> value) {
        quirks = value;
        return this;
    }

    /** Sets the rules of the fault plan. */
    public EmulatorOptionsBuilder faults(List<FaultRule> value) {
        faults = value;
        return this;
    }

    /** Sets how many requests the journal keeps. */
    public EmulatorOptionsBuilder journalCapacity(int value) {
        journalCapacity = value;
        return this;
    }

    /** The options. */
    public EmulatorOptions build() {
        return new EmulatorOptions(
                port,
                accessKeyId,
                accessKeySecret,
                securityToken,
                sources,
                jobQuota,
                rateLimit,
                clock,
                clockSkew,
                readBackLag,
                tokenRetention,
                runTime,
                quirks,
                faults,
                journalCapacity);
    }
}
