package io.camelsmc.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as lower-case hex. */
public final class Sha256 {

    /** Copied for each digest, which saves the search for a provider. Never fed itself. */
    private static final MessageDigest EMPTY = digestOfPlatform();

    private Sha256() {}

    /** The digest of a text's UTF-8 bytes, 64 characters. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of some bytes, 64 characters. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** The digest of a file's bytes, 64 characters; the file is not held in memory. */
    public static String ofFile(Path file) throws IOException {
        try (DigestInputStream in = digesting(Files.newInputStream(file))) {
            in.transferTo(OutputStream.nullOutputStream());
            return hex(in);
        }
    }

    /** A stream that digests what is read from it, for {@link #hex(DigestInputStream)}; closing it closes the other. */
    public static DigestInputStream digesting(InputStream in) {
        return new DigestInputStream(in, digest());
    }

    /** The digest of what was read from a stream, 64 characters. To be asked for once. */
    public static String hex(DigestInputStream read) {
        return HexFormat.of().formatHex(read.getMessageDigest().digest());
    }

    private static MessageDigest digest() {
        try {
            return (MessageDigest) EMPTY.clone();
        } catch (CloneNotSupportedException e) {
            return digestOfPlatform();
        }
    }

    private static MessageDigest digestOfPlatform() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
