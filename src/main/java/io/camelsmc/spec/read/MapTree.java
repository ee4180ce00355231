package io.camelsmc.spec.read;

import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.PartitionSpec;
import io.camelsmc.spec.TagSpec;
import io.camelsmc.spec.read.Node.Entry;
import io.camelsmc.spec.read.Node.Mapping;
import io.camelsmc.spec.read.Node.Scalar;
import io.camelsmc.spec.read.Node.Sequence;
import io.camelsmc.spec.read.Node.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
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
        Map<String, @Nullable Object> members = members(value);
        return members == null ? new Scalar(value.toString(), Style.CELL, position) : mapping(members, depth);
    }

    private Node sequence(Collection<?> items, int depth) {
        List<Node> nodes = new ArrayList<>(items.size());
        for (Object item : items) {
            nodes.add(node(item, depth + 1));
        }
        return new Sequence(nodes, position);
    }

    /** The members of our own value types, so that a map may hold them ready made. */
    private static @Nullable Map<String, @Nullable Object> members(Object value) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (value instanceof TagSpec tag) {
            members.put("key", tag.key());
            members.put("value", tag.value());
        } else if (value instanceof PartitionSpec part) {
            members.put("device", part.device());
            members.put("sizeBytes", part.sizeBytes());
            members.put("block", part.block());
        } else if (value instanceof DataDiskSpec disk) {
            members.put("index", disk.index());
            members.put("size", disk.sizeGib());
            members.put("part", disk.parts());
        } else {
            return null;
        }
        return members;
    }
}
