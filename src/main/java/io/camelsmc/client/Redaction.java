package io.camelsmc.client;

import io.camelsmc.client.wire.PercentEncoding;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a text of the service fit for messages: no secret, no echoed request, one line, bounded. */
final class Redaction {

    static final int MAX_LENGTH = 500;

    /** What the service echoes after a wrong signature: the whole request, key id and parameters included. */
    private static final Pattern ECHO = Pattern.compile(
            "(?i)(the\\s+)?(server'?s?\\s+|client'?s?\\s+)?(string\\s*-?to\\s*-?sign|string\\s+to\\s+sign|server\\s+string"
                    + "|canonical\\s*-?(ized\\s*)?(request|query))");

    private Redaction() {}

    static String clean(@Nullable String message, @Nullable SmcCredentials credentials) {
        if (message == null) {
            return "";
        }
        String text = message;
        Matcher echo = ECHO.matcher(text);
        if (echo.find()) {
            text = text.substring(0, echo.start());
        }
        text = mask(text, credentials).replaceAll("\\s+", " ").strip();
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 1) + "…";
    }

    private static String mask(String text, @Nullable SmcCredentials credentials) {
        if (credentials == null) {
            return text;
        }
        String masked = hide(text, credentials.accessKeySecret(), "***");
        String token = credentials.securityToken();
        if (token != null) {
            masked = hide(masked, token, "***");
        }
        return hide(masked, credentials.accessKeyId(), credentials.maskedId());
    }

    private static String hide(String text, String secret, String mask) {
        if (secret.isEmpty()) {
            return text;
        }
        return text.replace(secret, mask).replace(PercentEncoding.encode(secret), mask);
    }
}
