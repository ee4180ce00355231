package io.camelsmc.client.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;

/** Percent-encoding as RFC 3986 and the signatures want it: UTF-8, upper-case hex, only {@code A-Z a-z 0-9 - _ . ~} literal. */
public final class PercentEncoding {

    private PercentEncoding() {}

    /** The encoded text. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** {@code name=value} pairs joined by {@code &}, in the order of the map. */
    public static String pairs(Map<String, String> parameters) {
        StringJoiner joined = new StringJoiner("&");
        parameters.forEach((name, value) -> joined.add(encode(name) + "=" + encode(value)));
        return joined.toString();
    }
}
