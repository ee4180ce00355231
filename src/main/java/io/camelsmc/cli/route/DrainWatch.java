package io.camelsmc.cli.route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * Tells when the inputs are empty: every polling consumer has looked twice since something was last achieved, and nothing
 * is in flight. Two looks, since the first may have begun before that.
 */
final class DrainWatch {

    private static final int LOOKS = 2;

    private final CamelContext context;
    private final RunLedger ledger;
    private final Map<ScheduledPollConsumer, Long> looksAtProgress = new HashMap<>();
    private long seenProgress = -1;

    DrainWatch(CamelContext context, RunLedger ledger) {
        this.context = context;
        this.ledger = ledger;
    }

    boolean drained() {
        long progress = ledger.progress();
        if (progress != seenProgress || looksAtProgress.isEmpty()) {
            seenProgress = progress;
            looksAtProgress.clear();
            polling().forEach(consumer -> looksAtProgress.put(consumer, looks(consumer)));
            return false;
        }
        boolean looked = looksAtProgress.entrySet().stream()
                .allMatch(entry -> looks(entry.getKey()) >= entry.getValue() + LOOKS);
        return looked && context.getInflightRepository().size() == 0 && queued() == 0;
    }

    private static long looks(ScheduledPollConsumer consumer) {
        Object counter = consumer.getCounter();
        return counter instanceof Number number ? number.longValue() : 0;
    }

    private List<ScheduledPollConsumer> polling() {
        return context.getRoutes().stream()
                .map(Route::getConsumer)
                .filter(ScheduledPollConsumer.class::isInstance)
                .map(ScheduledPollConsumer.class::cast)
                .toList();
    }

    /** Whether any route reads from an endpoint that can be polled; other inputs cannot be seen to be empty. */
    static boolean canDrain(CamelContext context) {
        return context.getRoutes().stream()
                .map(Route::getConsumer)
                .anyMatch((Consumer consumer) -> consumer instanceof ScheduledPollConsumer);
    }

    private int queued() {
        int queued = 0;
        for (Endpoint endpoint : context.getEndpoints()) {
            if (endpoint instanceof SedaEndpoint seda) {
                queued += seda.getCurrentQueueSize();
            }
        }
        return queued;
    }
}
