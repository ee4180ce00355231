package io.camelsmc.spec;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the component hands to routes: it has one form in JSON, which Camel's converters, every Jackson mapper and a queue
 * use alike. Jackson calls {@link #asJson()}. An implementation also declares a {@code writeReplace()} that returns the
 * {@linkplain #text(Object) text}, so that a queue which serializes objects carries the text, never a class of ours.
 */
public interface JsonForm extends Serializable {

    /** Texts, numbers, booleans, lists and maps of them, in a stable order; what is absent is left out. */
    @JsonValue
    Map<String, Object> asJson();

    /** One line of JSON. */
    static String text(@Nullable Object value) {
        try {
            return Mapper.JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not made of texts, numbers, lists and maps", e);
        }
    }

    /** Adds a value unless it is absent. */
    static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    /** Made when it is first used, since most commands never do. */
    final class Mapper {
        private static final ObjectMapper JSON = new ObjectMapper();

        private Mapper() {}
    }
}
