package io.camelsmc.cli.route;

import io.camelsmc.cli.exit.Failures;
import io.camelsmc.component.SmcConstants;
import io.camelsmc.component.WaveSummary;
import io.camelsmc.diag.SafeText;
import io.camelsmc.spool.InputLostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what the routes report: the summary of each wave, and single rows that came without one. A wave that is read
 * again, since rows of it were pending, counts once: what was made in any pass stays made, what failed is the last
 * pass's word.
 */
final class RunLedger extends EventNotifierSupport {

    /** By source, the wave that its next pass belongs to. */
    private final Map<String, Wave> current = new HashMap<>();

    private final List<Wave> waves = new ArrayList<>();
    private final Set<WaveSummary> seen = Collections.newSetFromMap(new WeakHashMap<>());
    private final Map<String, Long> singles = new TreeMap<>();
    private final Map<String, String> failures = new LinkedHashMap<>();
    private long progress;

    RunLedger() {
        setIgnoreCamelContextEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
        setIgnoreStepEvents(true);
        setIgnoreExchangeCreatedEvent(true);
        setIgnoreExchangeSendingEvents(true);
        setIgnoreExchangeSentEvents(true);
        setIgnoreExchangeRedeliveryEvents(true);
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof CamelEvent.ExchangeCompletedEvent || event instanceof CamelEvent.ExchangeFailedEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        Exchange exchange = ((CamelEvent.ExchangeEvent) event).getExchange();
        if (exchange.getProperty(Exchange.SPLIT_INDEX) != null) {
            return;
        }
        WaveSummary summary = exchange.getProperty(SmcConstants.WAVE_SUMMARY, WaveSummary.class);
        String input = exchange.getMessage().getHeader(Exchange.FILE_NAME, exchange.getExchangeId(), String.class);
        if (summary != null) {
            wave(summary);
            if (exchange.getException() instanceof InputLostException lost) {
                broken(input, lost);
            } else {
                over(input);
            }
            return;
        }
        String label = exchange.getMessage().getHeader(SmcConstants.ERROR_CLASS, String.class);
        if (label == null) {
            label = exchange.getMessage().getHeader(SmcConstants.OUTCOME, String.class);
        }
        if (label != null) {
            single(label);
        }
        if (event instanceof CamelEvent.ExchangeFailedEvent && label == null) {
            broken(input, exchange.getException());
        } else {
            over(input);
        }
    }

    private synchronized void broken(String input, @Nullable Throwable cause) {
        failures.put(
                input,
                SafeText.escape(input) + " could not be worked on: "
                        + (cause == null ? "no reason is known" : Failures.message(cause)));
    }

    private synchronized void over(String input) {
        failures.remove(input);
    }

    private synchronized void single(String label) {
        singles.merge(label, 1L, Long::sum);
        progress++;
    }

    /** The summary of one pass may go by any number of times, on copies of the exchange and on routes behind. */
    private synchronized void wave(WaveSummary summary) {
        Wave wave = current.get(summary.source());
        if (wave != null && wave.last == summary) {
            wave.settled |= summary.complete();
            return;
        }
        if (!seen.add(summary)) {
            return;
        }
        if (wave == null || wave.settled) {
            wave = new Wave(summary);
            current.put(summary.source(), wave);
            waves.add(wave);
            progress++;
        } else {
            wave.next(summary);
        }
        wave.settled = summary.complete();
        if (wave.achieved() || wave.settled) {
            progress++;
        }
    }

    /** Grows whenever something was achieved. */
    synchronized long progress() {
        return progress;
    }

    synchronized RouteResult result(boolean timedOut, boolean interrupted) {
        Map<String, Long> counts = new TreeMap<>(singles);
        long rows = singles.values().stream().mapToLong(Long::longValue).sum();
        boolean accounted = true;
        for (Wave wave : waves) {
            rows += wave.rows();
            accounted &= wave.last.accounted();
            wave.counts().forEach((label, count) -> counts.merge(label, count, Long::sum));
        }
        String failure = failures.isEmpty() ? null : String.join("; ", failures.values());
        return new RouteResult(rows, counts, accounted, timedOut, interrupted, failure);
    }

    /** The passes over one wave. */
    private static final class Wave {
        private long createdBefore;
        private long adoptedBefore;
        private boolean settled;
        private WaveSummary last;

        Wave(WaveSummary first) {
            last = first;
        }

        void next(WaveSummary pass) {
            createdBefore = created();
            adoptedBefore = adopted();
            last = pass;
        }

        private long created() {
            return createdBefore + last.rowsOf("created");
        }

        private long adopted() {
            return adoptedBefore + last.rowsOf("adopted");
        }

        boolean achieved() {
            return created() + adopted() > createdBefore + adoptedBefore;
        }

        /** A file that lost rows between two passes had more than the last pass saw. */
        long rows() {
            return Math.max(last.rows(), created() + adopted() + last.failed());
        }

        Map<String, Long> counts() {
            Map<String, Long> counts = new HashMap<>();
            last.counts()
                    .forEach((label, count) -> put(counts, WaveSummary.isGood(label) ? "unchanged" : label, count));
            put(counts, "unchanged", -created() - adopted() - updated());
            put(counts, "created", created());
            put(counts, "adopted", adopted());
            put(counts, "updated", updated());
            counts.values().removeIf(count -> count <= 0);
            return counts;
        }

        private long updated() {
            return last.rowsOf("updated");
        }

        private static void put(Map<String, Long> counts, String label, long count) {
            counts.merge(label, count, Long::sum);
        }
    }
}
