package io.camelsmc.spec.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.OddCharacter;
import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.read.InputFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The JSON object of transfer parameters. */
final class TransferRules {

    static final int MAX_LENGTH = 2048;
    private static final String FIELD = "replicationParameters";
    private static final String NO_OBJECT = "Not a JSON object";
    private static final String EXAMPLE = "{\"bandwidth_limit\":0,\"compress_level\":1}";
    private static final String QUOTES = "write names and text values in double quotes, numbers without";
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Map<String, BiPredicate<JsonToken, String>> KNOWN = Map.of(
            "bandwidth_limit", (token, text) -> isCount(token, text),
            "compress_level", (token, text) -> isCount(token, text),
            "checksum", (token, text) -> token.isBoolean());

    static final List<Rule> ALL = List.of(
            Rule.error("CR21", FIELD, "a JSON object without nesting, at most 2048 characters", TransferRules::form),
            Rule.warning(
                    "CR22",
                    FIELD,
                    "bandwidth_limit (0 or more, 0 is unlimited), compress_level (0 or more), checksum (true or false)",
                    TransferRules::keys));

    private TransferRules() {}

    private record Parameter(String key, JsonToken token, String text) {}

    private static void form(Subject subject) {
        String json = subject.spec().replicationParameters();
        if (json == null) {
            return;
        }
        if (json.length() > MAX_LENGTH) {
            subject.report(
                    "Too long",
                    json.length() + " characters",
                    "at most " + MAX_LENGTH + " characters",
                    "leave out what has its default");
        }
        List<Parameter> parameters = parse(json);
        if (parameters == null) {
            subject.report(
                    NO_OBJECT,
                    json,
                    "such as " + EXAMPLE,
                    OddCharacter.fix(json, QUOTES + ", and one pair of braces around them"));
            return;
        }
        for (Parameter parameter : parameters) {
            if (parameter.token().isStructStart()) {
                subject.report(
                        FIELD + "." + parameter.key(),
                        "A nested value",
                        parameter.token() == JsonToken.START_OBJECT ? "an object" : "a list",
                        "a single value",
                        "write its members beside the others");
            }
        }
    }

    private static void keys(Subject subject) {
        String json = subject.spec().replicationParameters();
        List<Parameter> parameters = json == null ? null : parse(json);
        if (parameters == null) {
            return;
        }
        for (Parameter parameter : parameters) {
            BiPredicate<JsonToken, String> type = KNOWN.get(parameter.key());
            String path = FIELD + "." + parameter.key();
            if (type == null) {
                subject.report(
                        path,
                        "Not a known transfer parameter",
                        parameter.key(),
                        "bandwidth_limit, compress_level or checksum",
                        "check the spelling");
            } else if (!type.test(parameter.token(), parameter.text())) {
                String expected = parameter.key().equals("checksum") ? "true or false" : "a whole number, 0 or more";
                subject.report(path, "Probably the wrong kind of value", parameter.text(), expected, null);
            }
        }
    }

    /** The finding with an example in the form of the file that it is about. */
    static Diagnostic inFormOf(InputFormat format, Diagnostic finding) {
        String got = finding.got();
        if (!finding.summary().equals(NO_OBJECT) || got == null || OddCharacter.first(got) != null) {
            return finding;
        }
        String mended = LooseJson.mend(got);
        String object = mended != null && mended.length() <= SafeText.MAX_SHOWN ? mended : EXAMPLE;
        String form =
                switch (format) {
                    case CSV, XLSX ->
                        "; write the cell as \"" + object.replace("\"", "\"\"")
                                + "\", or use the columns bandwidth_limit, compress_level and checksum";
                    case YAML -> "; write " + finding.field() + ": " + object + ", or the same in single quotes";
                    case JSON, NDJSON ->
                        "; write \"" + finding.field() + "\": " + object
                                + ", or as one text, with \\\" for each quote: \"" + object.replace("\"", "\\\"") + '"';
                };
        return finding.fix(QUOTES + form);
    }

    private static boolean isCount(JsonToken token, String text) {
        return token == JsonToken.VALUE_NUMBER_INT && !text.startsWith("-");
    }

    /** The members of the object; null when the text is not one JSON object. */
    private static @Nullable List<Parameter> parse(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            List<Parameter> parameters = new ArrayList<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                JsonToken token = parser.nextToken();
                parameters.add(new Parameter(key, token, parser.getText()));
                parser.skipChildren();
            }
            return parser.nextToken() == null ? parameters : null;
        } catch (JsonProcessingException notJson) {
            return null;
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory is always readable", e);
        }
    }
}
