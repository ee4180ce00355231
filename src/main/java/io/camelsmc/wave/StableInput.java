package io.camelsmc.wave;

import io.camelsmc.spec.Sha256;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an input as they were when it was first read, so that the check of the whole and the work on its rows see
 * the same rows, whatever happens to the file meanwhile. Small inputs stay in memory, large ones in a temporary file.
 */
final class StableInput implements AutoCloseable {

    /** Inputs up to this size are held in memory. */
    static final int IN_MEMORY = 16 * 1024 * 1024;

    private static final int HEAD = 64 * 1024;

    private final byte @Nullable [] bytes;
    private final @Nullable Path copy;
    private final String digest;

    private StableInput(byte @Nullable [] bytes, @Nullable Path copy, String digest) {
        this.bytes = bytes;
        this.copy = copy;
        this.digest = digest;
    }

    static StableInput copyOf(InputStream in) throws IOException {
        try (DigestInputStream digesting = Sha256.digesting(in)) {
            byte[] head = digesting.readNBytes(IN_MEMORY + 1);
            if (head.length <= IN_MEMORY) {
                return new StableInput(head, null, Sha256.hex(digesting));
            }
            Path copy = Files.createTempFile("smc-wave", ".tmp");
            try (InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), digesting)) {
                Files.copy(all, copy, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                Files.deleteIfExists(copy);
                throw e;
            }
            return new StableInput(null, copy, Sha256.hex(digesting));
        }
    }

    InputStream open() throws IOException {
        if (bytes != null) {
            return new ByteArrayInputStream(bytes);
        }
        Path file = copy;
        if (file == null) {
            throw new IOException("the input is closed");
        }
        return new BufferedInputStream(Files.newInputStream(file));
    }

    /** The beginning of the input as text, enough to tell its format; damage is for the reader to find. */
    String head() throws IOException {
        try (InputStream in = open()) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        }
    }

    /** SHA-256 of the input, hex. */
    String digest() {
        return digest;
    }

    @Override
    public void close() throws IOException {
        if (copy != null) {
            Files.deleteIfExists(copy);
        }
    }
}
