package io.camelsmc.client;

import io.camelsmc.client.http.TransportResponse;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long the service asks to wait. */
final class RetryAfter {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,15}");
    private static final Pattern TIME_LEFT = Pattern.compile("(?i)TimeLeft:\\s*(\\d{1,15})");

    private RetryAfter() {}

    /** The header that by itself makes an error answer a throttling; null unless it is a positive number. */
    static @Nullable Duration demanded(TransportResponse response) {
        long millis = number(response.header("x-acs-retry-after"));
        return millis > 0 ? Duration.ofMillis(millis) : null;
    }

    /** The longest wait that any known header asks for, the vendor's own first; null when none does. */
    static @Nullable Duration hinted(TransportResponse response) {
        Duration demanded = demanded(response);
        if (demanded != null) {
            return demanded;
        }
        long left = Math.max(
                timeLeft(response.header("x-ratelimit-user-api")), timeLeft(response.header("x-ratelimit-user")));
        if (left > 0) {
            return Duration.ofMillis(left);
        }
        long seconds = number(response.header("retry-after"));
        return seconds > 0 ? Duration.ofSeconds(seconds) : null;
    }

    private static long number(@Nullable String text) {
        return text != null && DIGITS.matcher(text.strip()).matches() ? Long.parseLong(text.strip()) : 0;
    }

    private static long timeLeft(@Nullable String text) {
        Matcher matcher = TIME_LEFT.matcher(text == null ? "" : text);
        OptionalLong longest =
                matcher.results().mapToLong(hit -> Long.parseLong(hit.group(1))).max();
        return longest.orElse(0);
    }
}
