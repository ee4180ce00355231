package io.camelsmc.component;

import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.read.SpecReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Conversions to a job spec, for {@code convertBodyTo} and for methods that take one. The same reading as by the
 * component; no region default, no rules.
 */
@Converter(generateLoader = true)
public final class SmcConverters {

    private SmcConverters() {}

    /** One spec from JSON, YAML or CSV. */
    @Converter
    public static ReplicationJobSpec toSpec(String text, @Nullable Exchange exchange) throws InvalidSpecException {
        return read(text.getBytes(StandardCharsets.UTF_8), RowBodies.sourceName(exchange, "text"));
    }

    /** One spec from UTF-8 bytes of JSON, YAML or CSV. */
    @Converter
    public static ReplicationJobSpec toSpec(byte[] text, @Nullable Exchange exchange) throws InvalidSpecException {
        return read(text, RowBodies.sourceName(exchange, "bytes"));
    }

    /** One spec from a stream of JSON, YAML or CSV. */
    @Converter
    public static ReplicationJobSpec toSpec(InputStream in, @Nullable Exchange exchange)
            throws InvalidSpecException, IOException {
        String source = RowBodies.sourceName(exchange, "stream");
        return read(BodyText.bytes(in, source), source);
    }

    /** One spec from a map of fields. */
    @Converter
    public static ReplicationJobSpec toSpec(Map<?, ?> fields, @Nullable Exchange exchange) throws InvalidSpecException {
        return RowBodies.ofMap(fields, RowBodies.sourceName(exchange, "map"));
    }

    private static ReplicationJobSpec read(byte[] text, String source) throws InvalidSpecException {
        return SpecReader.one(text, source, BodyText.format(text, source));
    }
}
