package io.camelsmc.component;

import io.camelsmc.spec.JsonForm;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.spi.TypeConverterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Whatever the component hands out, alone or in a list, as JSON text or its UTF-8 bytes: for files, queues, HTTP answers
 * and {@code convertBodyTo}.
 */
@Converter(generateLoader = true)
public final class SmcJsonConverters {

    private SmcJsonConverters() {}

    /** One line of JSON in the wanted form; null for values that are not ours and forms that are no text. */
    @Converter(fallback = true)
    public static @Nullable Object toJson(
            Class<?> type, @Nullable Exchange exchange, Object value, TypeConverterRegistry registry) {
        if (!textual(type) || !ours(value)) {
            return null;
        }
        String text = JsonForm.text(value);
        if (type == String.class || type == CharSequence.class) {
            return text;
        }
        if (type == Reader.class) {
            return new StringReader(text);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (type == ByteBuffer.class) {
            return ByteBuffer.wrap(bytes);
        }
        return type == InputStream.class ? new ByteArrayInputStream(bytes) : bytes;
    }

    private static boolean textual(Class<?> type) {
        return type == String.class
                || type == CharSequence.class
                || type == byte[].class
                || type == InputStream.class
                || type == Reader.class
                || type == ByteBuffer.class;
    }

    private static boolean ours(Object value) {
        return value instanceof JsonForm
                || value instanceof JsonItems<?>
                || (value instanceof Collection<?> list
                        && !list.isEmpty()
                        && list.stream().allMatch(JsonForm.class::isInstance));
    }
}
