package io.camelsmc.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.emulator.http.HttpRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The JSON body of a call of the control API. Whatever is wrong with it becomes an IllegalArgumentException that says so. */
final class ControlBody {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofDays(366);

    private final JsonNode body;

    private ControlBody(JsonNode body) {
        this.body = body;
    }

    /** The object in the body; it may have these fields only, or any when none are named. */
    static ControlBody of(HttpRequest request, String... known) {
        JsonNode body;
        try {
            body = JSON.readTree(request.body());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("request body: not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("request body: not readable", e);
        }
        if (!body.isObject()) {
            throw new IllegalArgumentException("request body: expected an object");
        }
        if (known.length > 0) {
            body.fieldNames().forEachRemaining(field -> {
                if (!Arrays.asList(known).contains(field)) {
                    throw new IllegalArgumentException(field + ": unknown field; known are "
                            + Arrays.stream(known).sorted().toList());
                }
            });
        }
        return new ControlBody(body);
    }

    boolean has(String field) {
        return body.has(field);
    }

    String text(String field) {
        if (!body.path(field).isTextual()) {
            throw new IllegalArgumentException(field + ": expected a text, got " + body.path(field));
        }
        return body.path(field).asText();
    }

    String text(String field, String absent) {
        return has(field) ? text(field) : absent;
    }

    boolean flag(String field, boolean absent) {
        if (has(field) && !body.path(field).isBoolean()) {
            throw new IllegalArgumentException(field + ": expected true or false, got " + body.path(field));
        }
        return body.path(field).asBoolean(absent);
    }

    /** A number from 0 to the given one. */
    double upTo(String field, double most) {
        JsonNode value = body.path(field);
        if (!value.isNumber() || value.asDouble() < 0 || value.asDouble() > most) {
            throw new IllegalArgumentException(
                    field + ": expected a number from 0 to " + (long) most + ", got " + value);
        }
        return value.asDouble();
    }

    Duration seconds(String field) {
        JsonNode seconds = body.path(field);
        if (!seconds.isIntegralNumber()
                || !seconds.canConvertToLong()
                || seconds.asLong() < 0
                || seconds.asLong() > LONGEST.toSeconds()) {
            throw new IllegalArgumentException(
                    field + ": expected a whole number from 0 to " + LONGEST.toSeconds() + ", got " + seconds);
        }
        return Duration.ofSeconds(seconds.asLong());
    }

    Set<String> texts(String field) {
        Set<String> texts = new HashSet<>();
        if (!body.path(field).isArray()) {
            throw new IllegalArgumentException(field + ": expected a list of texts, got " + body.path(field));
        }
        body.path(field).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** All fields as the parameters of a request. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        body.properties().forEach(field -> {
            if (!field.getValue().isValueNode()) {
                throw new IllegalArgumentException(field.getKey() + ": expected a text or a number");
            }
            parameters.put(field.getKey(), field.getValue().asText());
        });
        return parameters;
    }

    JsonFields fields() {
        return new JsonFields("request body", "", body);
    }
}
