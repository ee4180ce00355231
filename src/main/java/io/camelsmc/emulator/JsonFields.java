package io.camelsmc.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one object of a JSON document and says exactly which one it cannot take. */
final class JsonFields {

    private final String file;
    private final String path;
    private final JsonNode node;

    JsonFields(String file, String path, JsonNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    JsonNode node() {
        return node;
    }

    /** The fields of an object inside this one. */
    JsonFields inside(String field) {
        return new JsonFields(file, path.isEmpty() ? field : path + "." + field, node.path(field));
    }

    /** The fields of an object in a list. */
    JsonFields item(String list, int number, JsonNode item) {
        return new JsonFields(file, list + "[" + number + "]", item);
    }

    void knowsOnly(Set<String> known) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(
                    file + ": " + (path.isEmpty() ? "the file" : path) + ": expected an object");
        }
        node.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                throw wrong(field, "unknown field; known are " + new TreeSet<>(known));
            }
        });
    }

    IllegalArgumentException wrong(String field, String problem) {
        return new IllegalArgumentException(file + ": " + (path.isEmpty() ? "" : path + ".") + field + ": " + problem);
    }

    <E extends Enum<E>> E constant(Class<E> type, String field, String name) {
        for (E candidate : type.getEnumConstants()) {
            if (candidate.name().equalsIgnoreCase(name)) {
                return candidate;
            }
        }
        throw wrong(field, "unknown name " + name + "; known are " + Arrays.toString(type.getEnumConstants()));
    }

    @Nullable
    String text(String field) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isTextual()) {
            throw wrong(field, "expected a text, got " + value);
        }
        return value.isMissingNode() ? null : value.asText();
    }

    String textOrEmpty(String field) {
        String value = text(field);
        return value == null ? "" : value;
    }

    long number(String field, long absent, long least) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return absent;
        }
        if (!value.isIntegralNumber() || value.asLong() < least) {
            throw wrong(field, "expected a whole number" + (least > 0 ? " from " + least : "") + ", got " + value);
        }
        return value.asLong();
    }

    /** A number from 0 to the given one. */
    double upTo(String field, double absent, double most) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return absent;
        }
        if (!value.isNumber() || value.asDouble() < 0 || value.asDouble() > most) {
            throw wrong(field, "expected a number from 0 to " + (long) most + ", got " + value);
        }
        return value.asDouble();
    }

    @Nullable
    Instant instant(String field) {
        String text = text(field);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw wrong(field, "expected a time like 2026-01-15T08:30:00Z, got " + text);
        }
    }
}
