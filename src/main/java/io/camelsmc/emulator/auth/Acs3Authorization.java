package io.camelsmc.emulator.auth;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an Authorization header of signature version 3.
 *
 * @param accessKeyId who signs
 * @param signedHeaders the lower-case names of the headers that take part, in order
 * @param signature the signature, in hexadecimal digits
 */
public record Acs3Authorization(String accessKeyId, List<String> signedHeaders, String signature) {

    private static final Pattern SHAPE = Pattern.compile(Pattern.quote(V3Signature.ALGORITHM)
            + " +Credential=([^,\\s]+), *SignedHeaders=([a-z0-9;_-]+), *Signature=([0-9a-f]+)");

    /** Copies the list. */
    public Acs3Authorization {
        signedHeaders = List.copyOf(signedHeaders);
    }

    /** True when the header means signature version 3, well-formed or not. */
    public static boolean claims(@Nullable String header) {
        return header != null && header.startsWith(V3Signature.ALGORITHM);
    }

    /** The parts, or null when the header is malformed. */
    public static @Nullable Acs3Authorization parse(String header) {
        Matcher matcher = SHAPE.matcher(header.strip());
        return matcher.matches()
                ? new Acs3Authorization(
                        matcher.group(1), List.of(matcher.group(2).split(";", -1)), matcher.group(3))
                : null;
    }
}
