package io.camelsmc.cli.route;

import io.camelsmc.cli.exit.Failures;
import io.camelsmc.client.SmcException;
import io.camelsmc.component.RowReport;
import io.camelsmc.component.SmcConstants;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.read.InputRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a person must look at: the first rows that failed, with their reasons. What concerns the whole account is
 * said once, not once a row; a row that succeeds in a later pass is struck off.
 */
final class AttentionList extends EventNotifierSupport {

    /** Lines that are shown; the reports have all of them. */
    static final int MAX_LINES = 20;

    /** Rows that are remembered, so that memory does not grow with a bad wave. */
    private static final int MAX_ROWS = 200;

    private final Map<String, List<String>> rows = new LinkedHashMap<>();
    private long unseen;

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof CamelEvent.ExchangeCompletedEvent || event instanceof CamelEvent.ExchangeFailedEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        Exchange exchange = ((CamelEvent.ExchangeEvent) event).getExchange();
        if (exchange.getProperty(SmcConstants.ROW) instanceof RowReport report) {
            row(exchange, report);
            return;
        }
        String errorClass = exchange.getMessage().getHeader(SmcConstants.ERROR_CLASS, String.class);
        String outcome = exchange.getMessage().getHeader(SmcConstants.OUTCOME, String.class);
        Throwable cause = exchange.getException() != null
                ? exchange.getException()
                : exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        String place = place(exchange);
        if (errorClass != null && cause != null) {
            note(key(place, cause), lines(place, exchange, cause));
        } else if (exchange.getException() != null && exchange.getProperty(SmcConstants.ROW) != null) {
            // Whatever became of the row, its line could not be written, or a step of somebody's own route failed.
            String address = exchange.getMessage().getHeader(SmcConstants.ADDRESS, "", String.class);
            note(place, unaccounted(place + " " + address, exchange.getException()));
        } else if (outcome != null) {
            over(place);
        }
    }

    /** A row of a wave whose outcome is known; what can still fail is the route that was to hear of it. */
    private void row(Exchange exchange, RowReport report) {
        if (exchange.getException() != null) {
            note(report.place(), unaccounted(report.place(), exchange.getException()));
        } else if (report.good()) {
            over(report.place());
        } else if (!report.lines().isEmpty()) {
            note(report.shared() ? report.label() : report.place(), report.lines());
        }
    }

    private static List<String> unaccounted(String row, Throwable cause) {
        return List.of(SafeText.escape(row.strip()) + ": not accounted for: " + Failures.message(cause)
                + "; see to it and run the same command again (jobs that exist are not made twice)");
    }

    private synchronized void note(String key, List<String> lines) {
        if (rows.containsKey(key) || rows.size() < MAX_ROWS) {
            rows.put(key, lines);
        } else {
            unseen++;
        }
    }

    private synchronized void over(String key) {
        rows.remove(key);
    }

    /** The lines to show, with a last one that counts the rest; empty when all is well. */
    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        long hidden = unseen;
        List<String> places = new ArrayList<>(rows.keySet());
        places.sort(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        for (String place : places) {
            List<String> row = rows.getOrDefault(place, List.of());
            if (lines.size() + row.size() <= MAX_LINES) {
                lines.addAll(row);
            } else {
                hidden++;
            }
        }
        if (hidden > 0) {
            lines.add("… and " + hidden + " more rows");
        }
        return lines;
    }

    private static String key(String place, Throwable cause) {
        return cause instanceof SmcException e && e.accountWide()
                ? e.errorClass().id() + " " + e.code()
                : place;
    }

    private static List<String> lines(String place, Exchange exchange, Throwable cause) {
        if (cause instanceof InvalidSpecException invalid) {
            return invalid.diagnostics().stream().map(Diagnostic::render).toList();
        }
        String address = exchange.getMessage().getHeader(SmcConstants.ADDRESS, "", String.class);
        String row = cause instanceof SmcException e && e.accountWide() ? "the whole account" : place + " " + address;
        return List.of(SafeText.escape(row.strip()) + ": " + SafeText.escape(String.valueOf(cause.getMessage())));
    }

    private static String place(Exchange exchange) {
        Object row = exchange.getProperty(SmcConstants.ROW);
        if (row instanceof InputRow read) {
            return read.position().toString();
        }
        @Nullable Object origin = row instanceof ReplicationJobSpec spec ? spec.origin() : null;
        return origin == null ? exchange.getExchangeId() : origin.toString();
    }
}
