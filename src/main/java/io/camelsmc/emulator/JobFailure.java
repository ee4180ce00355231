package io.camelsmc.emulator;

import org.jspecify.annotations.Nullable;

/**
 * Jobs that go into error on their way. Immutable; every condition must hold. Each job is met as often as the rule says.
 *
 * @param jobId the job, or null for any
 * @param sourceId its source, or null for any
 * @param name its name, or null for any
 * @param progress the progress at which it fails, 0 to 100
 * @param code the ErrorCode it shows then
 * @param message the StatusInfo it shows then
 * @param times how often one job is met; a job that is started again fails again at the same progress until then
 * @param share which share of the sources is met, 0 to 1
 * @param seed chooses among the sources; the same ones for the same seed
 */
public record JobFailure(
        @Nullable String jobId,
        @Nullable String sourceId,
        @Nullable String name,
        double progress,
        String code,
        String message,
        int times,
        double share,
        long seed) {

    /** Checks the figures. */
    public JobFailure {
        if (!(progress >= 0 && progress <= 100) || !(share >= 0 && share <= 1) || times < 1) {
            throw new IllegalArgumentException("progress takes 0 to 100, share 0 to 1, times from 1");
        }
    }

    /** One job fails once at a progress. */
    public static JobFailure ofJob(String jobId, double progress, String code, String message) {
        return new JobFailure(jobId, null, null, progress, code, message, 1, 1, 0);
    }

    /** Every job fails once at a progress. */
    public static JobFailure ofAll(double progress, String code, String message) {
        return new JobFailure(null, null, null, progress, code, message, 1, 1, 0);
    }

    boolean concerns(LiveJob job) {
        return (jobId == null || jobId.equals(job.jobId()))
                && (sourceId == null || sourceId.equals(job.sourceId()))
                && (name == null || name.equals(job.attributes().name()))
                && (share >= 1 || drawn(job.sourceId()) < share);
    }

    private double drawn(String source) {
        long mixed = (source.hashCode() + seed * 31 + 1) * 0x9E3779B97F4A7C15L;
        return (mixed >>> 11) / (double) (1L << 53);
    }
}
