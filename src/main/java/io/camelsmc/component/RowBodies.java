package io.camelsmc.component;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.SpecChecker;
import io.camelsmc.spec.read.InputFormat;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.SpecReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.jspecify.annotations.Nullable;

/** Turns the body of a message into one spec. Whatever is wrong with it is thrown at once, all of it. */
final class RowBodies {

    private final SmcConfiguration configuration;

    RowBodies(SmcConfiguration configuration) {
        this.configuration = configuration;
    }

    /** The spec in the body, with the region default of the endpoint; not checked against the rules yet. */
    ReplicationJobSpec spec(Exchange exchange) throws InvalidSpecException, InvalidPayloadException {
        ReplicationJobSpec spec = read(exchange);
        String region = configuration.getRegion();
        return region == null
                ? spec
                : spec.toBuilder().setDefault(SpecField.REGION_ID, region).build();
    }

    /** The spec in the body, checked against every rule that needs no call. */
    ReplicationJobSpec checkedSpec(Exchange exchange) throws InvalidSpecException, InvalidPayloadException {
        ReplicationJobSpec spec = spec(exchange);
        SmcHeaders.row(exchange.getMessage(), spec);
        List<Diagnostic> errors = SpecChecker.check(spec, context()).stream()
                .filter(Diagnostic::isError)
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidSpecException(errors);
        }
        return spec;
    }

    /** What the rules need to know now. */
    CheckContext context() {
        return SpecChecks.context(configuration);
    }

    private static ReplicationJobSpec read(Exchange exchange) throws InvalidSpecException, InvalidPayloadException {
        Object body = exchange.getMessage().getBody();
        if (body instanceof ReplicationJobSpec spec) {
            return spec;
        }
        if (body instanceof InputRow row) {
            return of(exchange, row);
        }
        String source = sourceName(exchange);
        if (body instanceof Map<?, ?> map) {
            Map<String, Object> named = new TreeMap<>();
            map.forEach((name, value) -> named.put(String.valueOf(name), value));
            return SpecReader.ofMap(named, source);
        }
        byte[] text = exchange.getMessage().getMandatoryBody(byte[].class);
        return SpecReader.one(text, source, format(source));
    }

    private static ReplicationJobSpec of(Exchange exchange, InputRow row) throws InvalidSpecException {
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

    private static @Nullable InputFormat format(String source) {
        Optional<InputFormat> format = InputFormat.of(source);
        return format.orElse(null);
    }

    /** A name for messages only: what a consumer says the message came from is never used to open anything. */
    static String sourceName(Exchange exchange) {
        String name = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class);
        return name != null ? name : "message " + exchange.getMessage().getMessageId();
    }
}
