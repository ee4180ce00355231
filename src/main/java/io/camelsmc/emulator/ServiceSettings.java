package io.camelsmc.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a test may change about the service while it runs. Safe for use by many threads; changes hold from the next call. */
public final class ServiceSettings {

    private final Clock clock;
    private final Set<Quirk> quirks = ConcurrentHashMap.newKeySet();
    private final Map<String, String> vpcByVSwitch = new ConcurrentHashMap<>();
    private final Set<String> existingImages = ConcurrentHashMap.newKeySet();
    private volatile Duration clockSkew;
    private volatile Duration readBackLag;

    ServiceSettings(EmulatorOptions options) {
        this.clock = options.clock();
        this.clockSkew = options.clockSkew();
        this.readBackLag = options.readBackLag();
        quirks.addAll(options.quirks());
    }

    /** As at the start. */
    void reset(EmulatorOptions options) {
        clockSkew = options.clockSkew();
        readBackLag = options.readBackLag();
        quirks.clear();
        quirks.addAll(options.quirks());
        vpcByVSwitch.clear();
        existingImages.clear();
    }

    /** Switches a quirk on. */
    public ServiceSettings on(Quirk quirk) {
        quirks.add(quirk);
        return this;
    }

    /** Switches a quirk off. */
    public ServiceSettings off(Quirk quirk) {
        quirks.remove(quirk);
        return this;
    }

    /** True while the quirk is on. */
    public boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    /** Sets how far the clock of the service is ahead; a negative time puts it behind. */
    public ServiceSettings clockSkew(Duration skew) {
        clockSkew = skew;
        return this;
    }

    /** Lets time pass for the service alone; what its clients sign is older from then on. */
    public synchronized ServiceSettings advance(Duration time) {
        clockSkew = clockSkew.plus(time);
        return this;
    }

    /** Sets how long a new job stays invisible to DescribeReplicationJobs. */
    public ServiceSettings readBackLag(Duration lag) {
        readBackLag = lag;
        return this;
    }

    /** Makes a vSwitch known. As soon as one is known, a create that names another one is refused. */
    public ServiceSettings addVSwitch(String vSwitchId, String vpcId) {
        vpcByVSwitch.put(vSwitchId, vpcId);
        return this;
    }

    /** Makes an image exist in a region, so that jobs that ask for its name get a suffix. */
    public ServiceSettings addImage(String regionId, String imageName) {
        existingImages.add(regionId + ' ' + imageName);
        return this;
    }

    /** The time as the service sees it. */
    public Instant now() {
        return clock.instant().plus(clockSkew);
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

    /** A clock that shows {@link #now()}, for the date header. */
    Clock serviceClock() {
        return new ServiceClock();
    }

    private final class ServiceClock extends Clock {

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return Clock.systemUTC().withZone(zone);
        }

        @Override
        public Instant instant() {
            return now();
        }
    }
}
