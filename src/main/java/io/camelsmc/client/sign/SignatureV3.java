package io.camelsmc.client.sign;

import io.camelsmc.client.wire.PercentEncoding;
import io.camelsmc.spec.Sha256;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** ACS3-HMAC-SHA256 over method, query, headers and the hash of the body. The path is always {@code /}. */
public final class SignatureV3 {

    private static final String ALGORITHM = "ACS3-HMAC-SHA256";

    private SignatureV3() {}

    /** The query sorted and encoded; the one form that may be sent. */
    public static String canonicalQuery(Map<String, String> query) {
        return PercentEncoding.pairs(ByteOrder.sort(query));
    }

    /** The canonical request; {@code headers} holds {@code x-acs-content-sha256}, the hash of the body. */
    public static String canonicalRequest(String method, Map<String, String> query, Map<String, String> headers) {
        return canonicalRequest(method, canonicalQuery(query), signedHeaders(headers));
    }

    private static String canonicalRequest(String method, String query, SortedMap<String, String> signed) {
        StringBuilder text = new StringBuilder(1024);
        text.append(method).append("\n/\n").append(query).append('\n');
        signed.forEach(
                (name, value) -> text.append(name).append(':').append(value).append('\n'));
        text.append('\n').append(String.join(";", signed.keySet())).append('\n');
        return text.append(signed.get("x-acs-content-sha256")).toString();
    }

    /** The text that is signed. */
    public static String stringToSign(String method, Map<String, String> query, Map<String, String> headers) {
        return ALGORITHM + "\n" + Sha256.hex(canonicalRequest(method, query, headers));
    }

    /** The signature, lower-case hex. */
    public static String sign(
            String method, Map<String, String> query, Map<String, String> headers, String accessKeySecret) {
        return HexFormat.of().formatHex(Hmac.of("HmacSHA256", accessKeySecret, stringToSign(method, query, headers)));
    }

    /** The value of the {@code Authorization} header. */
    public static String authorization(
            String method,
            Map<String, String> query,
            Map<String, String> headers,
            String accessKeyId,
            String accessKeySecret) {
        return authorization(method, canonicalQuery(query), headers, accessKeyId, accessKeySecret);
    }

    /**
     * The value of the {@code Authorization} header.
     *
     * @param canonicalQuery the query as {@link #canonicalQuery} made it; empty for none
     */
    public static String authorization(
            String method,
            String canonicalQuery,
            Map<String, String> headers,
            String accessKeyId,
            String accessKeySecret) {
        SortedMap<String, String> signed = signedHeaders(headers);
        String text = ALGORITHM + "\n" + Sha256.hex(canonicalRequest(method, canonicalQuery, signed));
        return ALGORITHM + " Credential=" + accessKeyId + ",SignedHeaders=" + String.join(";", signed.keySet())
                + ",Signature=" + HexFormat.of().formatHex(Hmac.of("HmacSHA256", accessKeySecret, text));
    }

    /** Host, content type where there is one, and everything that begins with {@code x-acs-}. */
    private static SortedMap<String, String> signedHeaders(Map<String, String> headers) {
        SortedMap<String, String> signed = new TreeMap<>();
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.equals("host") || lower.equals("content-type") || lower.startsWith("x-acs-")) {
                signed.put(lower, value.strip());
            }
        });
        return signed;
    }
}
