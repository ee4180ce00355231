package io.camelsmc.client.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a body up to a cap, counted after decompression. */
final class CappedBody {

    /** Largest body accepted, in bytes. */
    static final int MAX_BYTES = 1024 * 1024;

    private CappedBody() {}

    static String read(InputStream in) throws IOException, TooLarge {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (body.size() + n > MAX_BYTES) {
                throw new TooLarge();
            }
            body.write(buffer, 0, n);
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("the body is larger than " + MAX_BYTES + " bytes");
        }
    }
}
