package io.camelsmc.emulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long the parts of a job's life take, by the clock of the service. The service publishes no such figures; these are
 * believable ones.
 *
 * @param preparing from the start of a job until it copies
 * @param mebibytesPerSecond how fast the disks are copied
 * @param comparedPerSecond how many MiB a second a cycle compares before it copies
 * @param changedShare the share of the disks that a cycle copies again, 0 to 1
 * @param processing from the end of the copy to the image
 * @param cleaning how long the release of the intermediate instance takes at the end of a job
 * @param deleting how long a deleted job stays in Deleting
 * @param wholeRun a length for every run whatever its disks, or null
 */
public record JobTimes(
        Duration preparing,
        double mebibytesPerSecond,
        double comparedPerSecond,
        double changedShare,
        Duration processing,
        Duration cleaning,
        Duration deleting,
        @Nullable Duration wholeRun) {

    /** Of a service whose time passes at the speed of a real one: what is not worth waiting for takes no time. */
    public static final JobTimes EAGER = new JobTimes(
            Duration.ofSeconds(1), 50, 400, 0.02, Duration.ofMinutes(5), Duration.ZERO, Duration.ZERO, null);

    /** Of a service whose time is warped: everything takes its time. */
    public static final JobTimes USUAL = new JobTimes(
            Duration.ofMinutes(3),
            50,
            400,
            0.02,
            Duration.ofMinutes(5),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            null);

    /** Checks the figures. */
    public JobTimes {
        if (!(mebibytesPerSecond > 0) || !(comparedPerSecond > 0) || !(changedShare >= 0 && changedShare <= 1)) {
            throw new IllegalArgumentException("rates must be above 0 and the changed share from 0 to 1");
        }
        if (preparing.isNegative() || processing.isNegative() || cleaning.isNegative() || deleting.isNegative()) {
            throw new IllegalArgumentException("times must not be negative");
        }
        if (wholeRun != null && wholeRun.isNegative()) {
            throw new IllegalArgumentException("the length of a run must not be negative");
        }
    }

    /** The same times with another preparation. */
    public JobTimes withPreparing(Duration value) {
        return new JobTimes(
                value, mebibytesPerSecond, comparedPerSecond, changedShare, processing, cleaning, deleting, wholeRun);
    }

    /** The same times with another transfer rate. */
    public JobTimes withMebibytesPerSecond(double value) {
        return new JobTimes(
                preparing, value, comparedPerSecond, changedShare, processing, cleaning, deleting, wholeRun);
    }

    /** The same times with another deletion. */
    public JobTimes withDeleting(Duration value) {
        return new JobTimes(
                preparing, mebibytesPerSecond, comparedPerSecond, changedShare, processing, cleaning, value, wholeRun);
    }

    /** The same times, every run taking one length. */
    public JobTimes withWholeRun(@Nullable Duration value) {
        return new JobTimes(
                preparing, mebibytesPerSecond, comparedPerSecond, changedShare, processing, cleaning, deleting, value);
    }

    /** The phases of a run over disks of a size. The intermediate instance of a cycle is there already. */
    RunPhases phases(RunKind kind, double mebibytes) {
        if (kind == RunKind.CLOSING) {
            return new RunPhases(Duration.ZERO, Duration.ZERO, Duration.ZERO, cleaning);
        }
        if (wholeRun != null) {
            return RunPhases.sharesOf(wholeRun);
        }
        boolean first = kind == RunKind.ONCE || kind == RunKind.FIRST_CYCLE;
        double seconds = first
                ? mebibytes / mebibytesPerSecond
                : mebibytes / comparedPerSecond + mebibytes * changedShare / mebibytesPerSecond;
        return new RunPhases(
                first ? preparing : Duration.ZERO,
                Duration.ofMillis(Math.round(seconds * 1000)),
                processing,
                kind.endsJob() ? cleaning : Duration.ZERO);
    }
}
