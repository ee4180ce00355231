package io.camelsmc.spec.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads times in the one form that the service takes: UTC, whole seconds, {@code 2026-06-04T13:35:00Z}. */
final class TimeText {

    static final String FORM = "a UTC time such as 2026-06-04T13:35:00Z";

    private static final int LENGTH = 20;
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private TimeText() {}

    /** The time, or null when the text is not in the form or names no real moment. */
    static @Nullable Instant parse(String text) {
        if (text.length() != LENGTH) {
            return null;
        }
        try {
            return LocalDateTime.parse(text, FORMAT).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException notThisForm) {
            return null;
        }
    }

    /** What to do about a text that {@link #parse} refuses. */
    static String hint(String text) {
        if (text.length() == 10 && text.indexOf('-') == 4) {
            return "add the time of day and Z, such as " + text + "T13:35:00Z";
        }
        if (text.startsWith("+")) {
            return "write a relative time as +3d, +12h or +30m";
        }
        Instant converted = withOffset(text);
        if (converted != null) {
            return "convert the time to UTC: write " + converted;
        }
        Instant local = withoutZone(text);
        if (local != null) {
            return "write " + local + " if the time is one in UTC";
        }
        if (text.indexOf('+') > 0) {
            return "convert the time to UTC and end it with Z";
        }
        return "write year-month-day, T, hours:minutes:seconds and Z";
    }

    /** The moment that a time with an offset names, in whole seconds; null when the text is no such time. */
    private static @Nullable Instant withOffset(String text) {
        try {
            return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException notThisForm) {
            return null;
        }
    }

    /** The moment that a time without a zone names in UTC; null when the text is no such time. */
    private static @Nullable Instant withoutZone(String text) {
        try {
            return LocalDateTime.parse(text.replace(' ', 'T'))
                    .toInstant(ZoneOffset.UTC)
                    .truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException notThisForm) {
            return null;
        }
    }
}
