package io.camelsmc.component;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.read.InputFormat;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.SpecReader;
import io.camelsmc.wave.RowRules;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Turns the body of a message into one spec. Whatever is wrong with it is thrown at once, all of it. */
final class RowBodies {

    private final RowRules rules;

    RowBodies(RowRules rules) {
        this.rules = rules;
    }

    /** The spec in the body, its gaps filled; not checked against the rules yet. */
    ReplicationJobSpec spec(Exchange exchange) throws InvalidSpecException, IOException {
        return usable(exchange, row(exchange));
    }

    /** The spec in the body, checked against every rule that needs no call. */
    ReplicationJobSpec checkedSpec(Exchange exchange) throws InvalidSpecException, IOException {
        InputRow row = row(exchange);
        return usable(exchange, row.withProblems(rules.check(row)));
    }

    /** The row in the body, its gaps filled. */
    private InputRow row(Exchange exchange) throws InvalidSpecException, IOException {
        Message message = exchange.getMessage();
        Object body = message.getBody();
        String source = sourceName(exchange);
        if (body instanceof InputRow row) {
            return rules.fill(row);
        }
        if (body instanceof ReplicationJobSpec spec) {
            return rules.fill(spec, source);
        }
        if (body instanceof Map<?, ?> map) {
            return rules.fill(ofMap(map, source), source);
        }
        byte[] text = BodyText.bytes(BodyText.stream(exchange, source), source);
        if (body instanceof InputStream) {
            // A stream reads once only, and the route may send this message again.
            message.setBody(text);
        }
        return rules.fill(SpecReader.one(text, source, InputFormat.of(source).orElse(null)), source);
    }

    static ReplicationJobSpec ofMap(Map<?, ?> map, String source) throws InvalidSpecException {
        Map<String, Object> named = new TreeMap<>();
        map.forEach((name, value) -> named.put(String.valueOf(name), value));
        return SpecReader.ofMap(named, source);
    }

    private static ReplicationJobSpec usable(Exchange exchange, InputRow row) throws InvalidSpecException {
        ReplicationJobSpec spec = row.spec();
        List<Diagnostic> errors =
                row.problems().stream().filter(Diagnostic::isError).toList();
        if (spec != null) {
            SmcHeaders.row(exchange.getMessage(), spec);
        }
        if (!errors.isEmpty()) {
            throw new InvalidSpecException(errors);
        }
        if (spec == null) {
            throw new InvalidSpecException(List.of(Diagnostic.error("row.empty", "the row holds no job spec")
                    .at(row.position())
                    .fix("fill it in or delete it")));
        }
        return spec;
    }

    /** A name for messages only: what a consumer says the message came from is never used to open anything. */
    static String sourceName(Exchange exchange) {
        String name = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class);
        return name != null ? name : "message " + exchange.getMessage().getMessageId();
    }

    /** The same where there may be no exchange. */
    static String sourceName(@Nullable Exchange exchange, String otherwise) {
        return exchange == null ? otherwise : sourceName(exchange);
    }
}
