package io.camelsmc.emulator;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds {@link EmulatorOptions}, starting from the defaults. Not safe for use by many threads. */
public final class EmulatorOptionsBuilder {

    private static final double FASTEST = 1_000_000;

    private int port = 0;
    private String accessKeyId = "testid";
    private String accessKeySecret = "testsecret";
    private @Nullable String securityToken;
    private SourceSupply sources = new SourceSupply.Any();
    private String accountId = "1234567890123456";
    private int jobQuota = 1000;
    private int runningQuota = 50;
    private RateLimit rateLimit = RateLimit.NONE;
    private Clock clock = Clock.systemUTC();
    private Duration clockSkew = Duration.ZERO;
    private Duration readBackLag = Duration.ZERO;
    private Duration tokenRetention = Duration.ofHours(24);
    private @Nullable Double speed;
    private @Nullable JobTimes times;
    private Map<String, Double> timeChanges = Map.of();
    private @Nullable Duration runTime;
    private Set<Quirk> quirks = Set.of();
    private Map<SyntheticCode, GivenAnswer> answers = Map.of();
    private List<JobFailure> failures = List.of();
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

    /** Sets the account of the key. */
    public EmulatorOptionsBuilder accountId(String value) {
        accountId = value;
        return this;
    }

    /** Sets how many jobs may run at once. */
    public EmulatorOptionsBuilder runningQuota(int value) {
        runningQuota = value;
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

    /**
     * Sets how many seconds of the service pass in one; null leaves its time alone. With a speed, signatures are good
     * whether they show the time of the machine or of the service.
     *
     * @throws IllegalArgumentException when the speed is not above 0 and at most a million
     */
    public EmulatorOptionsBuilder speed(@Nullable Double value) {
        if (value != null) {
            checkSpeed(value);
        }
        speed = value;
        return this;
    }

    /** Sets how long the parts of a job's life take; null for those that suit the speed. */
    public EmulatorOptionsBuilder times(@Nullable JobTimes value) {
        times = value;
        return this;
    }

    /** Changes some of these times by name, see {@link JobTimes#NAMES}. */
    public EmulatorOptionsBuilder timeChanges(Map<String, Double> value) {
        timeChanges = value;
        return this;
    }

    /** Takes up all that a fault file says. */
    public EmulatorOptionsBuilder faultFile(FaultFile file) {
        return faults(file.rules())
                .quirks(file.quirks())
                .failures(file.failures())
                .answers(file.answers())
                .timeChanges(file.times());
    }

    /** Sets how many seconds of the service pass in one. */
    public EmulatorOptionsBuilder speed(double value) {
        return speed(Double.valueOf(value));
    }

    /** Sets what refusals answer for which no page gives a code. */
    public EmulatorOptionsBuilder answers(Map<SyntheticCode, GivenAnswer> value) {
        answers = value;
        return this;
    }

    /** Sets which jobs go into error on their way. */
    public EmulatorOptionsBuilder failures(List<JobFailure> value) {
        failures = value;
        return this;
    }

    /** Sets how long every run of a job takes, whatever its disks. */
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
                accountId,
                jobQuota,
                runningQuota,
                rateLimit,
                clock,
                clockSkew,
                readBackLag,
                tokenRetention,
                speed,
                times,
                timeChanges,
                runTime,
                quirks,
                answers,
                failures,
                faults,
                journalCapacity);
    }

    static void checkSpeed(double speed) {
        if (!(speed > 0 && speed <= FASTEST)) {
            throw new IllegalArgumentException("speed takes numbers above 0 up to a million (got " + speed + ")");
        }
    }
}
