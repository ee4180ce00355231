package io.camelsmc.component;

import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of a wave as a split hands them back. Keeps no exchange but the last, so memory does not grow with the
 * wave. Use it as the aggregation strategy of the split that follows {@code smc:readWave} or {@code smc:apply}.
 */
public class WaveAggregation implements AggregationStrategy {

    @Override
    public Exchange aggregate(@Nullable Exchange former, Exchange row) {
        count(row);
        return row;
    }

    /** Hands the exchange of the wave back as it went into the split: a row's headers and properties stay the row's. */
    @Override
    public Exchange aggregate(@Nullable Exchange former, Exchange row, Exchange wave) {
        count(row);
        return wave;
    }

    private static void count(Exchange row) {
        WaveSummary summary = row.getProperty(SmcConstants.WAVE_SUMMARY, WaveSummary.class);
        if (summary == null) {
            return;
        }
        if (!summary.settled()) {
            summary.count(label(row));
        } else if (row.getException() != null) {
            // What became of the row is known, but not everybody who was to hear of it has.
            summary.count(WaveSummary.UNACCOUNTED);
        }
    }

    /** The account of the row decides; headers speak for rows that another context has settled. */
    static String label(Exchange row) {
        if (row.getException() != null) {
            return WaveSummary.UNACCOUNTED;
        }
        RowAccount account = RowAccount.of(row);
        String label = account == null ? null : account.label();
        if (label == null) {
            label = row.getMessage().getHeader(SmcConstants.ERROR_CLASS, String.class);
        }
        if (label == null) {
            label = row.getMessage().getHeader(SmcConstants.OUTCOME, String.class);
        }
        return label == null ? WaveSummary.UNACCOUNTED : label;
    }
}
