package io.camelsmc.spec.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one JSON text strictly into a tree without giving any value a type. */
final class JsonTree {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_CHARS = 1000;

    private final JsonParser parser;
    private final String source;
    private final int lineOffset;

    private JsonTree(JsonParser parser, String source, int lineOffset) {
        this.parser = parser;
        this.source = source;
        this.lineOffset = lineOffset;
    }

    /** A factory of parsers with the given cap on texts; costly, so one serves many reads. */
    static JsonFactory factory(int maxFieldChars) {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(maxFieldChars)
                        .maxNumberLength(MAX_NUMBER_CHARS)
                        .build())
                .build();
    }

    /**
     * Reads the text; null when it is empty.
     *
     * @param lineOffset how many lines of the source stand before the text
     * @throws UncheckedDamageException if it is not one JSON value and nothing else
     */
    static @Nullable Node read(JsonFactory factory, String text, String source, int lineOffset) {
        try (JsonParser parser = factory.createParser(text)) {
            JsonTree tree = new JsonTree(parser, source, lineOffset);
            try {
                return tree.document();
            } catch (JsonProcessingException e) {
                throw UncheckedDamageException.of(tree.syntax(e));
            }
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory is always readable", e);
        }
    }

    private Diagnostic syntax(JsonProcessingException e) {
        JsonLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        if (e instanceof StreamConstraintsException && tooDeep()) {
            // The path to that place is as long as it is deep, and helps nobody.
            return Diagnostic.error("json.syntax", "Nested deeper than " + MAX_DEPTH + " levels")
                    .at(position(at, source, lineOffset))
                    .fix("write a job as an object of plain fields");
        }
        String message = plain(firstLine(e.getOriginalMessage()));
        String path = parser.getParsingContext().pathAsPointer().toString();
        Diagnostic problem = Diagnostic.error("json.syntax", "Not valid JSON: " + message)
                .at(position(at, source, lineOffset))
                .fix(fix(message));
        return path.isEmpty() ? problem : problem.in(path.substring(1).replace('/', '.'));
    }

    private boolean tooDeep() {
        return parser.getParsingContext().getNestingDepth() >= MAX_DEPTH;
    }

    private static String fix(String message) {
        if (message.startsWith("Duplicate field")) {
            return "keep one of them";
        }
        return message.startsWith("NaN") ? "write a number or leave the field out" : "correct it at this place";
    }

    /** The words of the parser without its advice to programmers. */
    private static String plain(String message) {
        if (message.startsWith("Non-standard token")) {
            return "NaN and infinities are not numbers here";
        }
        int advice = message.indexOf(", from `");
        String told = advice < 0 ? message : message.substring(0, advice) + ")";
        int option = told.indexOf(": enable `");
        return option < 0 ? told : told.substring(0, option);
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private @Nullable Node document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return null;
        }
        Node root = node(first);
        if (hasMore()) {
            throw UncheckedDamageException.of(Diagnostic.error("json.trailing", "Text after the end of the JSON value")
                    .at(here())
                    .fix("remove it, or put one object on each line and name the file .ndjson"));
        }
        return root;
    }

    /** Whether anything follows, be it JSON or not. */
    private boolean hasMore() throws IOException {
        try {
            return parser.nextToken() != null;
        } catch (JsonParseException notEvenJson) {
            return true;
        }
    }

    private Node node(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new Node.Scalar(parser.getText(), Node.Style.QUOTED, here());
            case VALUE_NULL -> new Node.Scalar("", Node.Style.NULL, here());
            default -> new Node.Scalar(parser.getText(), Node.Style.LITERAL, here());
        };
    }

    private Node object() throws IOException {
        SourcePosition start = here();
        int from = (int) parser.currentTokenLocation().getCharOffset();
        List<Node.Entry> entries = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            SourcePosition where = here();
            entries.add(new Node.Entry(name, node(parser.nextToken()), where));
        }
        return new Node.Mapping(
                entries, start, from, (int) parser.currentLocation().getCharOffset());
    }

    private Node array() throws IOException {
        SourcePosition start = here();
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token));
        }
        return new Node.Sequence(items, start);
    }

    private SourcePosition here() {
        return position(parser.currentTokenLocation(), source, lineOffset);
    }

    private static SourcePosition position(@Nullable JsonLocation at, String source, int lineOffset) {
        return at == null
                ? SourcePosition.of(source)
                : new SourcePosition(source, Math.max(1, at.getLineNr()) + lineOffset, at.getColumnNr());
    }
}
