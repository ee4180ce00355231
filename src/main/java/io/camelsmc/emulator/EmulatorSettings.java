package io.camelsmc.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a test may change about the service while it runs. Safe for use by many threads; changes hold from the next call. */
public final class EmulatorSettings {

    private final ServiceTime time;
    private final Set<Quirk> quirks = ConcurrentHashMap.newKeySet();
    private final Map<SyntheticCode, GivenAnswer> answers = new ConcurrentHashMap<>();
    private final Map<String, String> vpcByVSwitch = new ConcurrentHashMap<>();
    private final Set<String> existingImages = ConcurrentHashMap.newKeySet();
    private volatile boolean timeWarp;
    private volatile Duration readBackLag = Duration.ZERO;
    private volatile int runningQuota;
    private volatile JobTimes times = JobTimes.EAGER;
    private volatile String accountId = "";

    EmulatorSettings(EmulatorOptions options) {
        time = new ServiceTime(options.clock(), options.clockSkew(), options.pace());
        take(options);
    }

    /** As at the start. */
    void reset(EmulatorOptions options) {
        time.reset(options.clockSkew(), options.pace());
        quirks.clear();
        answers.clear();
        vpcByVSwitch.clear();
        existingImages.clear();
        take(options);
    }

    private void take(EmulatorOptions options) {
        timeWarp = options.speed() != null;
        readBackLag = options.readBackLag();
        runningQuota = options.runningQuota();
        times = options.jobTimes();
        accountId = options.accountId();
        quirks.addAll(options.quirks());
        answers.putAll(options.answers());
    }

    /** Switches a quirk on. */
    public EmulatorSettings on(Quirk quirk) {
        quirks.add(quirk);
        return this;
    }

    /** Switches a quirk off. */
    public EmulatorSettings off(Quirk quirk) {
        quirks.remove(quirk);
        return this;
    }

    /** True while the quirk is on. */
    public boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    /** Sets what a refusal answers for which no page gives a code. */
    public EmulatorSettings answer(SyntheticCode refusal, int status, String code) {
        answers.put(refusal, new GivenAnswer(status, code));
        return this;
    }

    /** Lets every refusal answer its own code again. */
    public EmulatorSettings clearAnswers() {
        answers.clear();
        return this;
    }

    /** Sets how far the clock of the service is ahead; a negative time puts it behind. */
    public EmulatorSettings clockSkew(Duration skew) {
        time.skew(skew);
        return this;
    }

    /**
     * Lets time pass for the service. What its clients sign is older from then on and may be refused, unless the service
     * was started with a speed: then time is warped anyway and {@link #pass} is meant.
     */
    public EmulatorSettings advance(Duration duration) {
        if (timeWarp) {
            time.pass(duration);
        } else {
            time.moreSkew(duration);
        }
        return this;
    }

    /** Lets time pass for the jobs alone; signatures stay good whether their clock shows the time before or after. */
    public EmulatorSettings pass(Duration duration) {
        time.pass(duration);
        return this;
    }

    /** Sets how many seconds of the jobs pass in one. */
    public EmulatorSettings speed(double factor) {
        EmulatorOptionsBuilder.checkSpeed(factor);
        timeWarp = true;
        time.speed(factor);
        return this;
    }

    /** How many seconds of the jobs pass in one. */
    public double speed() {
        return time.speed();
    }

    /** Sets how long a new job stays invisible to DescribeReplicationJobs. */
    public EmulatorSettings readBackLag(Duration lag) {
        readBackLag = lag;
        return this;
    }

    /** Sets how many jobs may run at once. */
    public EmulatorSettings runningQuota(int jobs) {
        runningQuota = jobs;
        return this;
    }

    /** How many jobs may run at once. */
    public int runningQuota() {
        return runningQuota;
    }

    /** Sets how long the parts of a job's life take; runs under way go on as they are. */
    public EmulatorSettings times(JobTimes value) {
        times = value;
        return this;
    }

    /** How long the parts of a job's life take. */
    public JobTimes times() {
        return times;
    }

    /** Sets the account that GetCallerIdentity names. */
    public EmulatorSettings accountId(String id) {
        accountId = id;
        return this;
    }

    /** Makes a vSwitch known. As soon as one is known, a create that names another one is refused. */
    public EmulatorSettings addVSwitch(String vSwitchId, String vpcId) {
        vpcByVSwitch.put(vSwitchId, vpcId);
        return this;
    }

    /** Makes an image exist in a region, so that jobs that ask for its name get a suffix. */
    public EmulatorSettings addImage(String regionId, String imageName) {
        existingImages.add(regionId + ' ' + imageName);
        return this;
    }

    /** The time as the service sees it. */
    public Instant now() {
        return time.now();
    }

    ServiceTime time() {
        return time;
    }

    String accountId() {
        return accountId;
    }

    Duration readBackLag() {
        return readBackLag;
    }

    boolean knowsVSwitches() {
        return !vpcByVSwitch.isEmpty();
    }

    @Nullable
    String vpcOf(String vSwitchId) {
        return vpcByVSwitch.get(vSwitchId);
    }

    boolean imageExists(String regionId, String imageName) {
        return existingImages.contains(regionId + ' ' + imageName);
    }

    /** A refusal for which no page gives a code. */
    Refusal refusal(SyntheticCode refusal, String text) {
        GivenAnswer given = answers.get(refusal);
        return given == null
                ? new Refusal(refusal.status(), refusal.code(), text)
                : new Refusal(given.status(), given.code(), text);
    }

    /** A clock that shows {@link #now()}, for the date header. */
    Clock serviceClock() {
        return time.clock();
    }
}
