package io.camelsmc.component;

/**
 * Rows of a wave are pending or unaccounted for, so its input must stay where a rerun finds it. Thrown by
 * {@code smc:finishWave}; running the same input again is safe.
 */
public class WaveIncompleteException extends Exception {

    private static final long serialVersionUID = 1L;

    public WaveIncompleteException(WaveSummary summary) {
        super(summary
                + (summary.accounted()
                        ? "; " + summary.pending() + " rows are pending, the input stays in place and is read again"
                        : "; not every row is accounted for, the input stays in place"));
    }
}
