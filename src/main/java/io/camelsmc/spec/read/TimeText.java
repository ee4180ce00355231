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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads times in whole seconds, in UTC or with their offset from it: {@code 2026-06-04T13:35:00Z}, {@code
 * 2026-06-04T21:35:00+08:00}. A time without either could be any of a day's hours, and is refused with a hint.
 */
final class TimeText {

    static final String FORM =
            "a UTC time such as 2026-06-04T13:35:00Z, or one with its offset, 2026-06-04T21:35:00+08:00";

    private static final int LENGTH = 20;
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final int LENGTH_WITH_OFFSET = 25;
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    /** {@code +0800}, which ISO allows in another form only. */
    private static final Pattern SHORT_OFFSET = Pattern.compile("([+-][0-9]{2})([0-9]{2})$");

    private TimeText() {}

    /** The time, or null when the text is not in one of the forms or names no real moment. */
    static @Nullable Instant parse(String text) {
        try {
            if (text.length() == LENGTH) {
                return LocalDateTime.parse(text, FORMAT).toInstant(ZoneOffset.UTC);
            }
            return text.length() == LENGTH_WITH_OFFSET
                    ? OffsetDateTime.parse(text, WITH_OFFSET).toInstant()
                    : null;
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
            return "write " + local + " if the time is one in UTC, or end it with its offset: " + text(local)
                    + "+08:00";
        }
        String spreadsheet = SpreadsheetTime.hint(text);
        if (spreadsheet != null) {
            return spreadsheet;
        }
        if (text.indexOf('+') > 0) {
            return "write the offset as +08:00, or convert the time to UTC and end it with Z";
        }
        return "write year-month-day, T, hours:minutes:seconds and Z or an offset";
    }

    /** The time without its zone. */
    private static String text(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC).format(LOCAL);
    }

    /** The moment that a time with an offset names, in whole seconds; null when the text is no such time. */
    private static @Nullable Instant withOffset(String text) {
        try {
            String form = SHORT_OFFSET.matcher(text.strip()).replaceFirst("$1:$2");
            return OffsetDateTime.parse(form.replaceFirst(" (?=[0-9])", "T").replace(" ", ""))
                    .toInstant()
                    .truncatedTo(ChronoUnit.SECONDS);
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
