package io.camelsmc.spec.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** Mends an object that is nearly JSON, for a message that shows what was meant. Nothing is ever read this way. */
final class LooseJson {

    private static final JsonFactory LOOSE = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .build();

    private LooseJson() {}

    /** The object in proper JSON, compact; null when it is not clear what it was to be. */
    static @Nullable String mend(String text) {
        StringWriter mended = new StringWriter();
        try (JsonParser parser = LOOSE.createParser(text);
                JsonGenerator json = LOOSE.createGenerator(mended)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            json.copyCurrentStructure(parser);
            if (parser.nextToken() != null) {
                return null;
            }
            json.flush();
        } catch (IOException notEvenNearly) {
            return null;
        }
        return mended.toString();
    }
}
