package io.camelsmc.component;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.JsonForm;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecFields;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.RawRow;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row as it came, in JSON: the cells of a sheet by column, an object as an object, everything else as its text. */
final class RowForm {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Text beyond this is not repeated in reports. */
    private static final int MOST = 64 * 1024;

    private RowForm() {}

    /** The form; null when there is nothing to show. */
    static @Nullable Object of(Object row) {
        if (row instanceof InputRow read) {
            return raw(read);
        }
        if (row instanceof JsonForm ours) {
            return ours.asJson();
        }
        if (row instanceof Map<?, ?> || row instanceof Collection<?>) {
            return plain(row);
        }
        if (row instanceof byte[] bytes) {
            return object(new String(bytes, StandardCharsets.UTF_8));
        }
        return row instanceof CharSequence text ? object(text.toString()) : null;
    }

    /** Where the row was read; null when it came without a place. */
    static @Nullable SourcePosition position(Object row) {
        if (row instanceof InputRow read) {
            return read.position();
        }
        return row instanceof ReplicationJobSpec spec ? spec.origin() : null;
    }

    private static @Nullable Object raw(InputRow read) {
        RawRow raw = read.raw();
        String text = raw.text();
        if (text != null) {
            return text.isEmpty() ? read.known().asJson() : object(text);
        }
        Map<String, Object> cells = new LinkedHashMap<>();
        int columns = Math.min(raw.header().size(), raw.cells().size());
        for (int i = 0; i < columns; i++) {
            String cell = raw.cells().get(i);
            if (!cell.isEmpty()) {
                cells.put(raw.header().get(i), cell);
            }
        }
        return cells.isEmpty() && raw.header().isEmpty() ? read.known().asJson() : cells;
    }

    private static @Nullable Object object(String text) {
        if (text.isEmpty() || text.length() > MOST) {
            return text.isEmpty() ? null : text.substring(0, MOST);
        }
        if (text.stripLeading().startsWith("{")) {
            try {
                JsonNode tree = JSON.readTree(text);
                return tree.isObject() ? tree : text;
            } catch (JsonProcessingException damaged) {
                return text;
            }
        }
        return text;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put(String.valueOf(name), plain(member)));
            return copy;
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(RowForm::plain).toList();
        }
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof JsonForm ours) {
            return ours.asJson();
        }
        Map<String, Object> members = SpecFields.of(value);
        return members == null ? value.toString() : members;
    }
}
