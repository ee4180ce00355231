package io.camelsmc.component;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.read.InputFormat;
import io.camelsmc.spec.read.ReadOptions;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.jspecify.annotations.Nullable;

/**
 * The text in the body of a message, as UTF-8 bytes. Characters are characters: no header and no property of the exchange
 * takes part. Bytes are UTF-8, but for a file whose consumer names another charset.
 */
final class BodyText {

    private BodyText() {}

    /** The body as bytes; an object that is no text is refused, never serialized. */
    static InputStream stream(Exchange exchange, String source) throws InvalidSpecException, IOException {
        Object body = exchange.getMessage().getBody();
        InputStream in = body == null || body instanceof Collection<?> ? null : stream(exchange, body);
        if (in == null) {
            throw new InvalidSpecException(List.of(Diagnostic.error(
                            "body.unusable", body == null ? "the message has no body" : "the body cannot be read")
                    .at(SourcePosition.of(source))
                    .got(body == null ? null : body.getClass().getName())
                    .expected("text, bytes, a stream or a file in JSON, YAML or CSV; for one row also a Map or a"
                            + " ReplicationJobSpec")));
        }
        return in;
    }

    private static @Nullable InputStream stream(Exchange exchange, Object body) throws IOException {
        if (body instanceof CharSequence text) {
            return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        if (body instanceof Reader reader) {
            return new Utf8Stream(reader);
        }
        if (body instanceof GenericFile<?> file && file.getFile() instanceof File local) {
            InputStream in = Files.newInputStream(local.toPath());
            String charset = file.getCharset();
            return charset == null ? in : new Utf8Stream(decoded(in, Charset.forName(charset)));
        }
        return exchange.getMessage().getBody(InputStream.class);
    }

    /** Characters that refuse bytes which are none in their charset, instead of putting something in their place. */
    private static Reader decoded(InputStream in, Charset charset) {
        return new BufferedReader(new InputStreamReader(in, charset.newDecoder()));
    }

    /**
     * The format of one row: JSON where it looks like JSON, since a row of a sheet may have become JSON on its way while the
     * message still bears the name of the sheet; else what the name says, and null where it says nothing.
     */
    static @Nullable InputFormat format(byte[] text, String source) {
        int first = 0;
        while (first < text.length && Character.isWhitespace(text[first])) {
            first++;
        }
        boolean object = first < text.length && text[first] == '{';
        return object ? InputFormat.JSON : InputFormat.of(source).orElse(null);
    }

    /** The bytes of one row; more than a row may have is refused. */
    static byte[] bytes(InputStream in, String source) throws InvalidSpecException, IOException {
        int most = ReadOptions.defaults().maxRecordChars();
        try (in) {
            byte[] text = in.readNBytes(most + 1);
            if (text.length > most) {
                throw new InvalidSpecException(
                        List.of(Diagnostic.error("body.size", "the body is too large for one row")
                                .at(SourcePosition.of(source))
                                .expected("at most " + most + " bytes")
                                .fix("send a file of many rows through smc:readWave")));
            }
            return text;
        }
    }
}
