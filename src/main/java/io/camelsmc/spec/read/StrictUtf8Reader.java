package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Decodes UTF-8 and refuses everything else, saying at which line and byte and what the file looks like instead. A
 * leading byte order mark is dropped. Failures are {@link UncheckedDamageException}s.
 */
final class StrictUtf8Reader extends Reader {

    private static final int CHUNK = 32 * 1024;

    private final InputStream in;
    private final String source;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).flip();
    private final CharBuffer chars = CharBuffer.allocate(CHUNK).flip();
    private long offset;
    private long line = 1;
    private boolean afterCr;
    private byte last;
    private boolean started;
    private boolean ended;

    StrictUtf8Reader(InputStream in, String source) {
        this.in = in;
        this.source = source;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (ended) {
                return -1;
            }
            fill();
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, from, count);
        return count;
    }

    private void fill() throws IOException {
        bytes.compact();
        int fresh = bytes.position();
        while (bytes.hasRemaining() && !ended) {
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            if (count < 0) {
                ended = true;
            } else {
                bytes.position(bytes.position() + count);
            }
        }
        bytes.flip();
        refuseOtherKinds();
        refuseNul(fresh);
        if (!started) {
            start();
        }
        int before = bytes.position();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        if (result.isError() && bytes.position() == before) {
            throw damage(
                    "not valid UTF-8",
                    bytes.position(),
                    EncodingGuess.forMalformed(bytes.array(), bytes.position(), bytes.limit()));
        }
        // What stands before the bad byte is handed on first, so that an earlier problem is reported first.
        ended &= !result.isError();
        advance(before, bytes.position());
        chars.flip();
    }

    private void start() {
        started = true;
        String announced = EncodingGuess.announced(bytes.array(), bytes.limit());
        if (announced != null) {
            throw damage("not valid UTF-8", 0, announced);
        }
        byte[] array = bytes.array();
        if (bytes.limit() >= 3 && array[0] == (byte) 0xEF && array[1] == (byte) 0xBB && array[2] == (byte) 0xBF) {
            bytes.position(3);
            offset = 3;
        }
    }

    private void refuseOtherKinds() {
        FileKind kind = started ? null : FileKind.of(bytes.array(), bytes.limit());
        if (kind != null) {
            throw UncheckedDamageException.of(Diagnostic.error("file.kind", "The file is " + kind.what() + ", not text")
                    .at(SourcePosition.of(source))
                    .expected("a CSV, YAML, JSON or NDJSON file in UTF-8, or an .xlsx workbook")
                    .fix(kind.fix()));
        }
    }

    private void refuseNul(int from) {
        byte[] array = bytes.array();
        for (int at = from; at < bytes.limit(); at++) {
            if (array[at] == 0) {
                String announced = started ? null : EncodingGuess.announced(array, bytes.limit());
                throw damage(
                        "a NUL byte",
                        at,
                        announced != null ? announced : EncodingGuess.forNul(array, at, bytes.limit()));
            }
        }
    }

    private UncheckedDamageException damage(String summary, int at, String hint) {
        long place = offset + at - bytes.position();
        advance(bytes.position(), at);
        String value = at < bytes.limit() ? String.format(Locale.ROOT, "byte 0x%02X", bytes.get(at)) : "end of file";
        String letter = EncodingGuess.letter(last, bytes.array(), at, bytes.limit());
        value += letter == null ? "" : ", which is " + letter + " in Windows-1252";
        return UncheckedDamageException.of(Diagnostic.error("file.encoding", summary + " at byte offset " + place)
                .at(SourcePosition.of(source, (int) Math.min(line, Integer.MAX_VALUE)))
                .got(value)
                .expected("UTF-8 text")
                .fix(hint));
    }

    private void advance(int from, int to) {
        byte[] array = bytes.array();
        for (int at = from; at < to; at++) {
            byte b = array[at];
            if (b == '\r' || (b == '\n' && !afterCr)) {
                line++;
            }
            afterCr = b == '\r';
            last = b;
        }
        offset += Math.max(0, to - from);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
