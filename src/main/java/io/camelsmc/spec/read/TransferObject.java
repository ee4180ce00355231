package io.camelsmc.spec.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.camelsmc.spec.read.Node.Entry;
import io.camelsmc.spec.read.Node.Mapping;
import io.camelsmc.spec.read.Node.Scalar;
import java.io.IOException;
import java.io.StringWriter;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The transfer parameters given as an object rather than as the text that the service takes: {@code {bandwidth_limit: 0}}.
 * The text is compact and has the members in the order in which they were written, so equal objects are equal texts.
 */
final class TransferObject {

    private static final JsonFactory JSON = new JsonFactory();

    private TransferObject() {}

    /** The JSON text; null after a nested value was handed over with its path. */
    static @Nullable String text(Mapping object, String path, BiConsumer<String, Node> nested) {
        StringWriter text = new StringWriter();
        boolean flat = true;
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Entry member : object.entries()) {
                json.writeFieldName(member.name());
                if (member.value() instanceof Scalar scalar) {
                    RowTree.scalar(json, scalar, false);
                } else {
                    json.writeNull();
                    nested.accept(path + "." + member.name(), member.value());
                    flat = false;
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory is always writable", e);
        }
        return flat ? text.toString() : null;
    }
}
