package io.camelsmc.cli.route;

import io.camelsmc.cli.exit.Failures;
import io.camelsmc.component.SmcConstants;
import io.camelsmc.component.WaveSummary;
import io.camelsmc.diag.SafeText;
import io.camelsmc.spool.InputLostException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    private final Map<String, Wave> waves = new LinkedHashMap<>();
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

    private synchronized void wave(WaveSummary summary) {
        Wave wave = waves.get(summary.source());
        if (wave == null || wave.settled) {
            wave = new Wave();
            waves.put(
                    waves.containsKey(summary.source()) ? summary.source() + "#" + waves.size() : summary.source(),
                    wave);
            progress++;
        }
        Map<String, Long> pass = summary.counts();
        long created = pass.getOrDefault("created", 0L);
        long adopted = pass.getOrDefault("adopted", 0L);
        wave.created += created;
        wave.adopted += adopted;
        wave.last = summary;
        wave.settled = summary.complete();
        if (created + adopted > 0 || wave.settled) {
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
        for (Wave wave : waves.values()) {
            rows += wave.rows();
            accounted &= wave.last.accounted();
            wave.counts().forEach((label, count) -> counts.merge(label, count, Long::sum));
        }
        String failure = failures.isEmpty() ? null : String.join("; ", failures.values());
        return new RouteResult(rows, counts, accounted, timedOut, interrupted, failure);
    }

    /** The passes over one wave. */
    private static final class Wave {
        private long created;
        private long adopted;
        private boolean settled;
        private WaveSummary last = new WaveSummary("", 0);

        /** A file that lost rows between two passes had more than the last pass saw. */
        long rows() {
            return Math.max(last.rows(), created + adopted + last.failed());
        }

        Map<String, Long> counts() {
            Map<String, Long> counts = new HashMap<>(last.counts());
            long good = last.good();
            counts.keySet().removeAll(Set.of("created", "adopted", "unchanged"));
            put(counts, "created", created);
            put(counts, "adopted", adopted);
            put(counts, "unchanged", good - created - adopted);
            return counts;
        }

        private static void put(Map<String, Long> counts, String label, long count) {
            if (count > 0) {
                counts.put(label, count);
            }
        }
    }
}
