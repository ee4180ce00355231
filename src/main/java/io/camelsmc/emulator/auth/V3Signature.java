package io.camelsmc.emulator.auth;

import io.camelsmc.emulator.http.PercentCoding;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Signature version 3, ACS3-HMAC-SHA256 over method, query, signed headers and the hash of the body. */
public final class V3Signature {

    /** First word of the Authorization header and of the text that is signed. */
    public static final String ALGORITHM = "ACS3-HMAC-SHA256";

    private V3Signature() {}

    /** The hash of a body as the request carries it. */
    public static String payloadHash(byte[] body) {
        return Digests.sha256Hex(body);
    }

    /**
     * The request in its canonical form.
     *
     * @param query the parameters of the query, without those of the body
     * @param headers all headers by lower-case name
     * @param signedHeaders the lower-case names that take part, in order
     */
    public static String canonicalRequest(
            String method,
            SortedMap<String, String> query,
            Map<String, String> headers,
            List<String> signedHeaders,
            String payloadHash) {
        StringBuilder canonical = new StringBuilder(1024);
        canonical.append(method).append("\n/\n");
        String separator = "";
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            canonical.append(separator);
            canonical.append(PercentCoding.encode(parameter.getKey())).append('=');
            canonical.append(PercentCoding.encode(parameter.getValue()));
            separator = "&";
        }
        canonical.append('\n');
        for (String name : signedHeaders) {
            String value = headers.getOrDefault(name, "").strip();
            canonical.append(name).append(':').append(value).append('\n');
        }
        canonical.append('\n').append(String.join(";", signedHeaders));
        return canonical.append('\n').append(payloadHash).toString();
    }

    /** The text that is signed. */
    public static String stringToSign(String canonicalRequest) {
        return ALGORITHM + "\n" + Digests.sha256Hex(canonicalRequest.getBytes(StandardCharsets.UTF_8));
    }

    /** The signature in lower-case hexadecimal digits. */
    public static String sign(String secret, String stringToSign) {
        return HexFormat.of().formatHex(Digests.hmac("HmacSHA256", secret, stringToSign));
    }
}
