package io.camelsmc.run;

import org.jspecify.annotations.Nullable;

/**
 * How many rows may end in rejected, conflict or failed before no further row is started.
 *
 * @param rows rows that may; every row of the run counts, also a conflict that the plan has found
 * @param percent share of the rows tried that may, judged from {@link #MIN_TRIED} rows on; null for a number of rows
 */
public record FailureLimit(long rows, @Nullable Double percent) {

    /** Rows that must have been tried before a share says anything: one failure of three rows is no trend. */
    public static final int MIN_TRIED = 20;

    /** No limit. */
    public static final FailureLimit NONE = new FailureLimit(Long.MAX_VALUE, null);

    /**
     * Reads {@code N} or {@code P%}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static FailureLimit parse(String text) {
        try {
            if (text.endsWith("%")) {
                double percent = Double.parseDouble(text.substring(0, text.length() - 1));
                if (percent >= 0 && percent <= 100) {
                    return new FailureLimit(Long.MAX_VALUE, percent);
                }
            } else {
                long rows = Long.parseLong(text);
                if (rows >= 0) {
                    return new FailureLimit(rows, null);
                }
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException(
                "not a limit of failures: '" + text + "' (expected a number of rows from 0, or 0% to 100%)");
    }

    /**
     * Whether nothing more may be started.
     *
     * @param bad rows that ended badly, planned conflicts among them
     * @param tried rows that were tried in this run
     * @param badTried those of them that ended badly
     */
    public boolean exceeded(long bad, long tried, long badTried) {
        return percent == null ? bad > rows : tried >= MIN_TRIED && badTried * 100.0 > percent * tried;
    }

    /** As the option spells it. */
    @Override
    public String toString() {
        if (percent == null) {
            return Long.toString(rows);
        }
        return (percent == Math.rint(percent) ? Long.toString(Math.round(percent)) : Double.toString(percent)) + "%";
    }
}
