package io.camelsmc.emulator.auth;

import io.camelsmc.emulator.http.PercentCoding;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;

/** Signature version 1.0, HMAC-SHA1 over all parameters of query and form. */
public final class V1Signature {

    private V1Signature() {}

    /**
     * The text that is signed.
     *
     * @param parameters everything that was sent, sorted by raw name; {@code Signature} is left out here
     */
    public static String stringToSign(String method, SortedMap<String, String> parameters) {
        return method + "&%2F&" + PercentCoding.encode(canonical(parameters));
    }

    /** The signature in base64, before it is encoded as a parameter. */
    public static String sign(String secret, String stringToSign) {
        return Base64.getEncoder().encodeToString(Digests.hmac("HmacSHA1", secret + "&", stringToSign));
    }

    static String canonical(SortedMap<String, String> parameters) {
        StringBuilder canonical = new StringBuilder(512);
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            if (!parameter.getKey().equals("Signature")) {
                canonical.append(canonical.length() == 0 ? "" : "&");
                canonical.append(PercentCoding.encode(parameter.getKey())).append('=');
                canonical.append(PercentCoding.encode(parameter.getValue()));
            }
        }
        return canonical.toString();
    }
}
