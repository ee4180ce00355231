package io.camelsmc.lifecycle;

/**
 * How many jobs of an account run, and how many may. The quota is of the account: jobs of other people count too.
 *
 * @param quota jobs that may run at once; 50 unless the vendor raised it
 * @param running jobs that run now
 */
public record Places(int quota, int running) {

    /** Quota of an account that asked for no more (page on limits, 2025). */
    public static final int STANDARD_QUOTA = 50;

    /** Jobs that may still be started. */
    public int free() {
        return Math.max(0, quota - running);
    }
}
