package io.camelsmc.spec.read;

import java.io.IOException;
import java.io.Reader;

/**
 * A text whose beginning has been read already. Hands that out before it touches the rest, so that damage in the rest is
 * found only after everything before it was seen.
 */
final class PeekedReader extends Reader {

    private final String head;
    private final Reader rest;
    private int at;

    PeekedReader(String head, Reader rest) {
        this.head = head;
        this.rest = rest;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        int count = Math.min(length, head.length() - at);
        if (count <= 0) {
            return rest.read(target, from, length);
        }
        head.getChars(at, at + count, target, from);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        rest.close();
    }
}
