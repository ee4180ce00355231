package io.camelsmc.component;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.RawRow;
import io.camelsmc.spec.read.SpecReader;
import io.camelsmc.wave.RowRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
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
    ReplicationJobSpec spec(Exchange exchange, RowAccount account) throws InvalidSpecException, IOException {
        return usable(exchange, row(exchange, account), account);
    }

    /** The spec in the body, checked against every rule that needs no call. */
    ReplicationJobSpec checkedSpec(Exchange exchange, RowAccount account) throws InvalidSpecException, IOException {
        InputRow row = row(exchange, account);
        return usable(exchange, row.withProblems(rules.check(row)), account);
    }

    /** The row in the body, its gaps filled. */
    private InputRow row(Exchange exchange, RowAccount account) throws InvalidSpecException, IOException {
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
        if (!(body instanceof String)) {
            account.read(exchange, text);
        }
        if (body instanceof InputStream || body instanceof Reader) {
            // A stream reads once only, and the route may send this message again.
            message.setBody(text);
        }
        InputRow read = SpecReader.row(text, source, BodyText.format(text, source));
        account.read(exchange, read);
        return rules.fill(read);
    }

    /** Rows that came in a list, their gaps filled; one that cannot be read is a row with problems. */
    static List<InputRow> rows(Collection<?> listed, String source, RowRules rules) {
        List<InputRow> rows = new ArrayList<>(listed.size());
        for (Object one : listed) {
            rows.add(rules.fill(row(one, rows.size() + 1, source)));
        }
        return rows;
    }

    private static InputRow row(@Nullable Object one, int number, String source) {
        String place = source + "[" + (number - 1) + "]";
        try {
            if (one instanceof InputRow row) {
                return row;
            }
            if (one instanceof ReplicationJobSpec spec) {
                return memory(spec, number, place, List.of());
            }
            if (one instanceof Map<?, ?> map) {
                return memory(ofMap(map, place), number, place, List.of());
            }
            if (one instanceof CharSequence || one instanceof byte[]) {
                byte[] text =
                        one instanceof byte[] bytes ? bytes : one.toString().getBytes(StandardCharsets.UTF_8);
                return SpecReader.row(text, place, BodyText.format(text, place));
            }
            throw new InvalidSpecException(List.of(Diagnostic.error("body.unusable", "the row cannot be read")
                    .at(SourcePosition.of(place))
                    .got(one == null ? null : one.getClass().getName())
                    .expected("a row of readWave, a ReplicationJobSpec, a Map, or text")));
        } catch (InvalidSpecException e) {
            return memory(null, number, place, e.diagnostics());
        }
    }

    private static InputRow memory(
            @Nullable ReplicationJobSpec spec, int number, String place, List<Diagnostic> problems) {
        SourcePosition origin = spec == null ? null : spec.origin();
        return new InputRow(
                origin == null ? SourcePosition.of(place) : origin,
                number,
                spec,
                problems,
                new RawRow(List.of(), List.of(), ""));
    }

    static ReplicationJobSpec ofMap(Map<?, ?> map, String source) throws InvalidSpecException {
        Map<String, Object> named = new TreeMap<>();
        map.forEach((name, value) -> named.put(String.valueOf(name), value));
        return SpecReader.ofMap(named, source);
    }

    private static ReplicationJobSpec usable(Exchange exchange, InputRow row, RowAccount account)
            throws InvalidSpecException {
        ReplicationJobSpec spec = row.spec();
        List<Diagnostic> errors =
                row.problems().stream().filter(Diagnostic::isError).toList();
        account.wanted(row.known());
        SmcHeaders.row(exchange.getMessage(), row.known());
        String parked = row.parkedBecause();
        if (parked != null) {
            // Readers of waves leave parked rows out; one that comes alone must not become a job either.
            throw new InvalidSpecException(List.of(Diagnostic.error(
                            "row.parked", "The row is parked (" + parked + "); nothing was sent")
                    .at(row.position())
                    .of(row.known().address().toString())
                    .fix("filter parked rows out before this step, or let the row say that the server is to move")));
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
