package io.camelsmc.client.sign;

import io.camelsmc.client.wire.PercentEncoding;
import java.util.Base64;
import java.util.Map;

/** HMAC-SHA1 over all parameters, common and business, from query and form body alike. */
public final class SignatureV1 {

    private SignatureV1() {}

    /** The parameters sorted and encoded, as they may travel. */
    public static String canonicalQuery(Map<String, String> parameters) {
        return PercentEncoding.pairs(ByteOrder.sort(parameters));
    }

    /** The text that is signed; encodes the canonical query a second time. */
    public static String stringToSign(String method, Map<String, String> parameters) {
        return method + "&%2F&" + PercentEncoding.encode(canonicalQuery(parameters));
    }

    /**
     * The value of the {@code Signature} parameter, Base64.
     *
     * @param parameters every parameter but the signature itself
     */
    public static String sign(String method, Map<String, String> parameters, String accessKeySecret) {
        byte[] mac = Hmac.of("HmacSHA1", accessKeySecret + "&", stringToSign(method, parameters));
        return Base64.getEncoder().encodeToString(mac);
    }
}
