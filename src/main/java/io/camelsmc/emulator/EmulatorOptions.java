package io.camelsmc.emulator;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an emulator starts. Made by {@link #builder()}.
 *
 * @param port the port on the loopback address, 0 for any free one
 * @param accessKeyId the only key that is known
 * @param accessKeySecret its secret
 * @param securityToken the session token every call must carry, or null when any or none will do
 * @param sources which source servers exist
 * @param jobQuota how many jobs the account may hold
 * @param rateLimit how calls are throttled
 * @param clock the clock of the service, before the skew
 * @param clockSkew how far the service's clock is ahead
 * @param readBackLag how long a new job stays invisible to DescribeReplicationJobs
 * @param tokenRetention how long a ClientToken is remembered
 * @param runTime how long a started job runs, or null when it stays running
 * @param quirks departures from the documented behaviour
 * @param faults rules of the fault plan
 * @param journalCapacity how many requests the journal keeps
 */
public record EmulatorOptions(
        int port,
        String accessKeyId,
        String accessKeySecret,
        @Nullable String securityToken,
        SourceSupply sources,
        int jobQuota,
        RateLimit rateLimit,
        Clock clock,
        Duration clockSkew,
        Duration readBackLag,
        Duration tokenRetention,
        @Nullable Duration runTime,
        Set<Quirk> quirks,
        List<FaultRule> faults,
        int journalCapacity) {

    /** Copies the collections. */
    public EmulatorOptions {
        quirks = Set.copyOf(quirks);
        faults = List.copyOf(faults);
    }

    /** Options for a free port, key {@code testid}, secret {@code testsecret}, every source, quota 1000, no throttling. */
    public static EmulatorOptions defaults() {
        return builder().build();
    }

    /** A builder that holds the defaults. */
    public static EmulatorOptionsBuilder builder() {
        return new EmulatorOptionsBuilder();
    }

    /** The options without the secret and the session token. */
    @Override
    public String toString() {
        return "EmulatorOptions[port=" + port + ", accessKeyId=" + accessKeyId + ", sources=" + sources + ", jobQuota="
                + jobQuota + ", rateLimit=" + rateLimit + ", quirks=" + quirks + ", faults=" + faults + "]";
    }
}
