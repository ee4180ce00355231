package io.camelsmc.client.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.camelsmc.spec.TagSpec;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lenient access to the fields of one JSON object: names in any case, an empty string counts as absent, a scalar may be
 * written as a string, and what cannot be read as the wanted type is absent, which is null.
 *
 * @param node the object
 */
public record Fields(JsonNode node) {

    private JsonNode find(String name) {
        JsonNode exact = node.get(name);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                return field.getValue();
            }
        }
        return MissingNode.getInstance();
    }

    /** Whether there is such a field, whatever it holds. */
    public boolean has(String name) {
        return !find(name).isMissingNode();
    }

    /** A scalar as text. */
    public @Nullable String text(String name) {
        JsonNode value = find(name);
        return value.isValueNode() && !value.isNull() && !value.asText().isEmpty() ? value.asText() : null;
    }

    /** A whole number that fits. */
    public @Nullable Integer integer(String name) {
        Long value = number(name);
        return value == null || value.intValue() != value ? null : Integer.valueOf(value.intValue());
    }

    /** A whole number. */
    public @Nullable Long number(String name) {
        String text = text(name);
        if (text == null || text.length() > 24) {
            return null;
        }
        try {
            return new BigDecimal(text).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    /** A number. */
    public @Nullable Double decimal(String name) {
        String text = text(name);
        try {
            return text == null ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** True or false. */
    public @Nullable Boolean flag(String name) {
        String text = text(name);
        if ("true".equalsIgnoreCase(text)) {
            return Boolean.TRUE;
        }
        return "false".equalsIgnoreCase(text) ? Boolean.FALSE : null;
    }

    /** A time with its offset. */
    public @Nullable Instant time(String name) {
        String text = text(name);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** An object; one without fields where there is none. */
    public Fields object(String name) {
        return new Fields(find(name));
    }

    /** The tags {@code Tags: {Tag: [...]}} of whatever this is; one without a key is none. */
    public List<TagSpec> tags() {
        List<TagSpec> tags = new ArrayList<>();
        for (Fields tag : list("Tags", "Tag")) {
            String key = tag.text("Key");
            if (key != null) {
                String value = tag.text("Value");
                tags.add(new TagSpec(key, value == null ? "" : value));
            }
        }
        return List.copyOf(tags);
    }

    /** The objects of a wrapped array {@code outer: {inner: [...]}}; an array that is not wrapped is read as well. */
    public List<Fields> list(String outer, String inner) {
        JsonNode wrapper = find(outer);
        JsonNode array = wrapper.isArray() ? wrapper : new Fields(wrapper).find(inner);
        List<Fields> items = new ArrayList<>();
        for (JsonNode item : array.isArray() ? array : List.<JsonNode>of()) {
            if (item.isObject()) {
                items.add(new Fields(item));
            }
        }
        return List.copyOf(items);
    }
}
