package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document into a tree without giving any value a type. Works on the parser's events, which still tell a
 * written tag from a guessed one: tags, a second document, duplicate names, deep nesting and many aliases are refused.
 */
final class YamlTree {

    private static final int MAX_DEPTH = 50;
    private static final int MAX_ALIASES = 50;
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private final String source;
    private final int maxFieldChars;
    private final Parser events;
    private final Map<String, Node> anchors = new HashMap<>();
    private final TextOffsets offsets;
    private int aliases;

    private YamlTree(String text, String source, int maxFieldChars) {
        this.offsets = new TextOffsets(text);
        this.source = source;
        this.maxFieldChars = maxFieldChars;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setProcessComments(false);
        this.events = new ParserImpl(new StreamReader(text), options);
    }

    /** Reads the document; null when it is empty. */
    static @Nullable Node read(String text, String source, int maxFieldChars) {
        try {
            return new YamlTree(text, source, maxFieldChars).document();
        } catch (MarkedYAMLException e) {
            String problem = e.getProblem() == null ? "not valid YAML" : e.getProblem();
            throw UncheckedDamageException.of(Diagnostic.error("yaml.syntax", "Not valid YAML: " + problem)
                    .at(position(source, e.getProblemMark()))
                    .fix(problem.contains("\\t") ? "indent with spaces, not with tabs" : null));
        } catch (YAMLException e) {
            throw UncheckedDamageException.of(Diagnostic.error("yaml.syntax", "Not valid YAML: " + e.getMessage())
                    .at(SourcePosition.of(source)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // The parser trips over broken escapes such as a bare backslash and u.
            throw UncheckedDamageException.of(
                    Diagnostic.error("yaml.syntax", "Not valid YAML: a broken escape in quotes")
                            .at(SourcePosition.of(source))
                            .fix("write a backslash in quotes twice, or use single quotes"));
        }
    }

    private @Nullable Node document() {
        next(); // stream start
        if (peek().is(Event.ID.StreamEnd)) {
            return null;
        }
        next(); // document start
        Node root = node(0);
        next(); // document end
        if (!peek().is(Event.ID.StreamEnd)) {
            throw damage("yaml.documents", "More than one YAML document", peek())
                    .fixed("split the file at the --- line");
        }
        return root;
    }

    private Node node(int depth) {
        Event event = next();
        if (depth > MAX_DEPTH) {
            throw damage("yaml.depth", "Nested deeper than " + MAX_DEPTH + " levels", event)
                    .fixed("write a job as a mapping of plain fields");
        }
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        refuseTag(event);
        Node node =
                switch (event.getEventId()) {
                    case Scalar -> scalar((ScalarEvent) event);
                    case SequenceStart -> sequence(event, depth);
                    case MappingStart -> mapping(event, depth);
                    default ->
                        throw damage("yaml.syntax", "Unexpected " + event.getEventId(), event)
                                .unchecked();
                };
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            anchors.put(anchor, node);
        }
        return node;
    }

    private Node alias(AliasEvent alias) {
        if (++aliases > MAX_ALIASES) {
            throw damage("yaml.aliases", "More than " + MAX_ALIASES + " aliases", alias)
                    .fixed("put common values under defaults");
        }
        Node node = anchors.get(alias.getAnchor());
        if (node == null) {
            throw damage("yaml.alias", "The alias names nothing before it, or the value that it stands in", alias)
                    .fixed("write the value out, or put common values under defaults");
        }
        return node;
    }

    private void refuseTag(Event event) {
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent start ? start.getTag() : null;
        if (tag != null) {
            throw damage("yaml.tag", "YAML tags are not allowed", event).fixed("remove " + tag);
        }
    }

    private Node scalar(ScalarEvent event) {
        String value = event.getValue();
        if (value.length() > maxFieldChars) {
            throw damage("file.field-cap", "A value longer than " + maxFieldChars + " characters", event)
                    .unchecked();
        }
        boolean plain = event.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN;
        Node.Style style = !plain ? Node.Style.QUOTED : NULLS.contains(value) ? Node.Style.NULL : Node.Style.PLAIN;
        return new Node.Scalar(value, style, position(source, event.getStartMark()));
    }

    private Node sequence(Event start, int depth) {
        List<Node> items = new ArrayList<>();
        while (!peek().is(Event.ID.SequenceEnd)) {
            items.add(node(depth + 1));
        }
        next();
        return new Node.Sequence(items, position(source, start.getStartMark()));
    }

    private Node mapping(Event start, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (!peek().is(Event.ID.MappingEnd)) {
            Event key = next();
            if (!(key instanceof ScalarEvent name)) {
                throw damage("yaml.key", "A name must be a plain word", key).unchecked();
            }
            refuseTag(key);
            if (name.getValue().equals("<<") && name.isPlain()) {
                throw damage("yaml.merge", "Merge keys are not supported", key)
                        .fixed("put common values under defaults");
            }
            if (!names.add(name.getValue())) {
                throw damage("yaml.duplicate", "The name stands twice", key).got(name.getValue());
            }
            entries.add(new Node.Entry(name.getValue(), node(depth + 1), position(source, key.getStartMark())));
        }
        Event end = next();
        return new Node.Mapping(
                entries,
                position(source, start.getStartMark()),
                offset(start.getStartMark()),
                offset(end.getEndMark()));
    }

    private int offset(@Nullable Mark mark) {
        return mark == null ? 0 : offsets.ofCodePoint(mark.getIndex());
    }

    private Event peek() {
        return events.peekEvent();
    }

    private Event next() {
        return events.getEvent();
    }

    private Damage damage(String rule, String summary, Event event) {
        return new Damage(Diagnostic.error(rule, summary).at(position(source, event.getStartMark())));
    }

    private static SourcePosition position(String source, @Nullable Mark mark) {
        return mark == null
                ? SourcePosition.of(source)
                : new SourcePosition(source, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private record Damage(Diagnostic problem) {
        UncheckedDamageException unchecked() {
            return UncheckedDamageException.of(problem);
        }

        UncheckedDamageException fixed(String fix) {
            return UncheckedDamageException.of(problem.fix(fix));
        }

        UncheckedDamageException got(String value) {
            return UncheckedDamageException.of(problem.got(value).fix("keep one of the two"));
        }
    }
}
