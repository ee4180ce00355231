package io.camelsmc.spec.read;

import io.camelsmc.diag.SourcePosition;
import java.util.List;

/** A piece of input before any type is given to it. The same for YAML, JSON and maps. */
sealed interface Node {

    /** Where the piece begins. */
    SourcePosition position();

    /** How a single value was written, which decides what it may become. */
    enum Style {
        /** A CSV cell or a string from a map: text that may stand for any type. */
        CELL,
        /** In quotes: text, and nothing but text. */
        QUOTED,
        /** A bare YAML word: the field decides what it is. */
        PLAIN,
        /** A bare JSON number or truth value: never text. */
        LITERAL,
        /** Written as nothing: the same as not written. */
        NULL
    }

    /** A single value as the source spells it. */
    record Scalar(String text, Style style, SourcePosition position) implements Node {}

    /** A list. */
    record Sequence(List<Node> items, SourcePosition position) implements Node {}

    /** An object; names are unique. The text between the two offsets is what the source says, if it has a text. */
    record Mapping(List<Entry> entries, SourcePosition position, int from, int to) implements Node {}

    /** One named member of an object. */
    record Entry(String name, Node value, SourcePosition position) {}
}
