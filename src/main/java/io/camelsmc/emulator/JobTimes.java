package io.camelsmc.emulator;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

    /** The times by the names that files and the control API give them. */
    public static final Set<String> NAMES = Collections.unmodifiableSet(new TreeSet<>(List.of(
            "preparingSeconds",
            "mebibytesPerSecond",
            "comparedPerSecond",
            "changedShare",
            "processingSeconds",
            "cleaningSeconds",
            "deletingSeconds",
            "wholeRunSeconds")));

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

    /**
     * The same times with one of them changed, for what reads them as text.
     *
     * @param name one of {@link #NAMES}
     * @throws IllegalArgumentException when there is no such name or the value is out of range
     */
    public JobTimes with(String name, double value) {
        Duration time = Duration.ofMillis(Math.round(value * 1000));
        return switch (name) {
            case "preparingSeconds" -> withPreparing(time);
            case "mebibytesPerSecond" -> withMebibytesPerSecond(value);
            case "comparedPerSecond" -> withCompared(value, changedShare);
            case "changedShare" -> withCompared(comparedPerSecond, value);
            case "processingSeconds" -> withEnd(time, cleaning, deleting);
            case "cleaningSeconds" -> withEnd(processing, time, deleting);
            case "deletingSeconds" -> withEnd(processing, cleaning, time);
            case "wholeRunSeconds" -> withWholeRun(time);
            default -> throw new IllegalArgumentException("unknown time " + name + "; known are " + NAMES);
        };
    }

    /** The same times with several of them changed. */
    public JobTimes with(Map<String, Double> changes) {
        JobTimes changed = this;
        for (Map.Entry<String, Double> change : changes.entrySet()) {
            changed = changed.with(change.getKey(), change.getValue());
        }
        return changed;
    }

    /** The same times with another preparation. */
    public JobTimes withPreparing(Duration value) {
        return copy(value, mebibytesPerSecond, comparedPerSecond, changedShare, wholeRun);
    }

    /** The same times with another transfer rate. */
    public JobTimes withMebibytesPerSecond(double value) {
        return copy(preparing, value, comparedPerSecond, changedShare, wholeRun);
    }

    /** The same times, with other cycles. */
    public JobTimes withCompared(double newComparedPerSecond, double newChangedShare) {
        return copy(preparing, mebibytesPerSecond, newComparedPerSecond, newChangedShare, wholeRun);
    }

    /** The same times, every run taking one length; null for lengths that follow from the disks. */
    public JobTimes withWholeRun(@Nullable Duration value) {
        return copy(preparing, mebibytesPerSecond, comparedPerSecond, changedShare, value);
    }

    /** The same times with another end of runs and jobs. */
    public JobTimes withEnd(Duration newProcessing, Duration newCleaning, Duration newDeleting) {
        return new JobTimes(
                preparing,
                mebibytesPerSecond,
                comparedPerSecond,
                changedShare,
                newProcessing,
                newCleaning,
                newDeleting,
                wholeRun);
    }

    private JobTimes copy(
            Duration newPreparing, double rate, double compared, double changed, @Nullable Duration newWholeRun) {
        return new JobTimes(newPreparing, rate, compared, changed, processing, cleaning, deleting, newWholeRun);
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
