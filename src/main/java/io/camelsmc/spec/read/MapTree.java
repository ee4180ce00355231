package io.camelsmc.spec.read;

import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.SpecFields;
import io.camelsmc.spec.read.Node.Entry;
import io.camelsmc.spec.read.Node.Mapping;
import io.camelsmc.spec.read.Node.Scalar;
import io.camelsmc.spec.read.Node.Sequence;
import io.camelsmc.spec.read.Node.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a map of objects, such as a message body, into a tree. */
final class MapTree {

    private static final int MAX_DEPTH = 50;

    private final SourcePosition position;

    private MapTree(SourcePosition position) {
        this.position = position;
    }

    /** The tree of a map; values that are neither text, number, truth value, list nor map go by their text. */
    static Mapping of(Map<?, ?> map, SourcePosition position) {
        return new MapTree(position).mapping(map, 0);
    }

    private Mapping mapping(Map<?, ?> map, int depth) {
        List<Entry> entries = new ArrayList<>(map.size());
        map.forEach((name, value) -> entries.add(new Entry(String.valueOf(name), node(value, depth + 1), position)));
        return new Mapping(entries, position, 0, 0);
    }

    private Node node(@Nullable Object value, int depth) {
        if (value == null) {
            return new Scalar("", Style.NULL, position);
        }
        if (depth > MAX_DEPTH) {
            return new Scalar("nested too deep", Style.CELL, position);
        }
        if (value instanceof Map<?, ?> map) {
            return mapping(map, depth);
        }
        if (value instanceof Object[] array) {
            return sequence(Arrays.asList(array), depth);
        }
        if (value instanceof Collection<?> items) {
            return sequence(items, depth);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return new Scalar(value.toString(), Style.PLAIN, position);
        }
        Map<String, Object> members = SpecFields.of(value);
        return members == null ? new Scalar(value.toString(), Style.CELL, position) : mapping(members, depth);
    }

    private Node sequence(Collection<?> items, int depth) {
        List<Node> nodes = new ArrayList<>(items.size());
        for (Object item : items) {
            nodes.add(node(item, depth + 1));
        }
        return new Sequence(nodes, position);
    }
}
