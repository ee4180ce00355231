package io.camelsmc.component;

import io.camelsmc.client.SmcException;
import io.camelsmc.job.Outcome;
import io.camelsmc.provision.Outcomes;
import io.camelsmc.provision.ProvisionResult;
import io.camelsmc.spec.ReplicationJobSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * The row of an exchange and what became of it. It is kept as a property, so that nothing a route does to the message or
 * its headers has a part in it; copies of the exchange share it. Safe to share between threads.
 */
final class RowAccount {

    /** Label of a row that a route leaves out on purpose. */
    static final String SKIPPED = "skipped";

    private static final String PROPERTY = "CamelSmcRowAccount";

    /** Of the same exchange, or of the one that this is a copy of: the row it was about may be this one in other words. */
    private final @Nullable RowAccount earlier;

    private Object row;
    private @Nullable ReplicationJobSpec spec;
    private @Nullable ProvisionResult result;
    private @Nullable Exception failure;
    private @Nullable String label;

    private RowAccount(Object row, @Nullable RowAccount earlier) {
        this.row = row;
        this.earlier = earlier;
    }

    /** The account of the row in the body: the one at hand if an earlier step has read the same row already. */
    static RowAccount open(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        RowAccount known = of(exchange);
        if (known != null && known.isFor(body)) {
            return known;
        }
        Object row = body instanceof Map<?, ?> map ? new LinkedHashMap<>(map) : body;
        RowAccount account = new RowAccount(row == null ? "" : row, known);
        exchange.setProperty(PROPERTY, account);
        exchange.setProperty(SmcConstants.ROW, account.row);
        return account;
    }

    /** The account that an exchange carries; null when no step has read a row of it. */
    static @Nullable RowAccount of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, RowAccount.class);
    }

    /** A spec is what an earlier step made of the row; a body that was read already comes again when a step is repeated. */
    private synchronized boolean isFor(@Nullable Object body) {
        if (body instanceof ReplicationJobSpec given) {
            return spec == null || sameSource(spec, given);
        }
        return body != null && row.equals(body);
    }

    private static boolean sameSource(ReplicationJobSpec one, ReplicationJobSpec other) {
        return Objects.equals(one.sourceId(), other.sourceId())
                && Objects.equals(one.sourceName(), other.sourceName())
                && one.generation() == other.generation();
    }

    /** The row as a reader took it apart. */
    synchronized void read(Exchange exchange, Object better) {
        row = better;
        exchange.setProperty(SmcConstants.ROW, better);
    }

    synchronized void wanted(ReplicationJobSpec wanted) {
        spec = wanted;
    }

    /** A try begins; what an earlier one left is void. */
    void begin() {
        settle(null, null, null);
    }

    void ended(ProvisionResult made) {
        settle(made, null, made.outcome().label());
    }

    void skipped() {
        settle(null, null, SKIPPED);
    }

    /** A try failed. One that the end of the context broke off says nothing about the row. */
    void failed(Exception cause, boolean stopping) {
        SmcHeaders.Kind kind = SmcHeaders.kind(cause, stopping);
        boolean hopeless = cause instanceof SmcException e && Outcomes.of(e) == Outcome.FAILED;
        settle(null, cause, kind == null ? null : hopeless ? SmcHeaders.FAILED : kind.errorClass());
    }

    private synchronized void settle(
            @Nullable ProvisionResult made, @Nullable Exception cause, @Nullable String becameOf) {
        result = made;
        failure = cause;
        label = becameOf;
        ReplicationJobSpec wanted = spec;
        if (earlier != null && wanted != null && earlier.isFor(wanted)) {
            earlier.settle(made, cause, becameOf);
        }
    }

    synchronized Object row() {
        return row;
    }

    synchronized @Nullable ReplicationJobSpec spec() {
        return spec;
    }

    synchronized @Nullable ProvisionResult result() {
        return result;
    }

    synchronized @Nullable Exception failure() {
        return failure;
    }

    /** Outcome or error class; null while nothing final and nothing worth another try is known. */
    synchronized @Nullable String label() {
        return label;
    }
}
