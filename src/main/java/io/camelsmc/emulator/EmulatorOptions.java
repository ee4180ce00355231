package io.camelsmc.emulator;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
 * @param accountId the account of the key
 * @param jobQuota how many jobs the account may hold
 * @param runningQuota how many of them may run at once
 * @param rateLimit how calls are throttled
 * @param clock the clock of the service, before the skew
 * @param clockSkew how far the service's clock is ahead
 * @param readBackLag how long a new job stays invisible to DescribeReplicationJobs
 * @param tokenRetention how long a ClientToken is remembered
 * @param speed how many seconds of the service pass in one, or null when its time is not warped
 * @param times how long the parts of a job's life take, or null for those that suit the speed
 * @param timeChanges changes of these times by name, see {@link JobTimes#NAMES}
 * @param runTime how long every run of a job takes, or null when that follows from its disks
 * @param quirks departures from the documented behaviour
 * @param answers what refusals answer for which no page gives a code
 * @param failures jobs that go into error on their way
 * @param faults rules of the fault plan
 * @param journalCapacity how many requests the journal keeps
 */
public record EmulatorOptions(
        int port,
        String accessKeyId,
        String accessKeySecret,
        @Nullable String securityToken,
        SourceSupply sources,
        String accountId,
        int jobQuota,
        int runningQuota,
        RateLimit rateLimit,
        Clock clock,
        Duration clockSkew,
        Duration readBackLag,
        Duration tokenRetention,
        @Nullable Double speed,
        @Nullable JobTimes times,
        Map<String, Double> timeChanges,
        @Nullable Duration runTime,
        Set<Quirk> quirks,
        Map<SyntheticCode, GivenAnswer> answers,
        List<JobFailure> failures,
        List<FaultRule> faults,
        int journalCapacity) {

    /** Copies the collections. */
    public EmulatorOptions {
        quirks = Set.copyOf(quirks);
        timeChanges = Map.copyOf(timeChanges);
        answers = Map.copyOf(answers);
        failures = List.copyOf(failures);
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

    /** How many seconds of the service pass in one. */
    double pace() {
        return speed == null ? 1 : speed;
    }

    /** How long the parts of a job's life take. */
    JobTimes jobTimes() {
        JobTimes given = times != null ? times : speed == null ? JobTimes.EAGER : JobTimes.USUAL;
        JobTimes changed = given.with(timeChanges);
        return runTime == null ? changed : changed.withWholeRun(runTime);
    }

    /** The options without the secret and the session token. */
    @Override
    public String toString() {
        return "EmulatorOptions[port=" + port + ", accessKeyId=" + accessKeyId + ", sources=" + sources + ", jobQuota="
                + jobQuota + ", runningQuota=" + runningQuota + ", speed=" + speed + ", rateLimit=" + rateLimit
                + ", quirks=" + quirks + ", faults=" + faults + "]";
    }
}
