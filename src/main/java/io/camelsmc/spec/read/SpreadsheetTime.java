package io.camelsmc.spec.read;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells people what a time that a spreadsheet wrote probably means. Only ever a hint. */
final class SpreadsheetTime {

    /** The spreadsheets' day 0; they take 1900 for a leap year, which only matters before March 1900. */
    static final LocalDateTime EPOCH = LocalDateTime.of(1899, 12, 30, 0, 0);

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    /** Days since then with a share of the day: {@code 46357,8333}. Times of this century. */
    private static final Pattern SERIAL = Pattern.compile("(3[6-9]|[4-6][0-9])[0-9]{3}([.,][0-9]{1,15})?");

    private static final Pattern DATE = Pattern.compile(
            "([0-9]{1,4})([./-])([0-9]{1,2})[./-]([0-9]{1,4})(?:[ T,]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?: ?([AaPp])\\.?[Mm]\\.?)?)?");

    private SpreadsheetTime() {}

    /** What to do about a time; null when it is none that a spreadsheet writes. */
    static @Nullable String hint(String text) {
        if (SERIAL.matcher(text).matches()) {
            LocalDateTime time = EPOCH.plusSeconds(Math.round(Double.parseDouble(text.replace(',', '.')) * 86_400))
                    .plusSeconds(30)
                    .truncatedTo(ChronoUnit.MINUTES);
            return "the spreadsheet wrote a date as a number; " + write(time);
        }
        Matcher date = DATE.matcher(text);
        return date.matches() ? date(date) : null;
    }

    private static @Nullable String date(Matcher date) {
        int first = Integer.parseInt(date.group(1));
        int second = Integer.parseInt(date.group(3));
        int third = Integer.parseInt(date.group(4));
        if (date.group(1).length() == 4) {
            LocalDateTime time = time(first, second, third, date);
            return time == null ? null : write(time);
        }
        if (date.group(4).length() != 4) {
            return null;
        }
        LocalDateTime dayFirst = time(third, second, first, date);
        LocalDateTime monthFirst = date.group(2).equals(".") ? null : time(third, first, second, date);
        if (dayFirst == null || monthFirst == null || dayFirst.equals(monthFirst)) {
            LocalDateTime only = dayFirst == null ? monthFirst : dayFirst;
            return only == null ? null : write(only);
        }
        return "write " + FORM.format(monthFirst) + "Z if the month stands first, " + FORM.format(dayFirst)
                + "Z if the day does, and the time is one in UTC; otherwise end it with its offset, such as +08:00";
    }

    /** For people. */
    private static String write(LocalDateTime time) {
        String local = FORM.format(time);
        return "write " + local + "Z if the time is one in UTC, or end it with its offset: " + local + "+08:00";
    }

    private static @Nullable LocalDateTime time(int year, int month, int day, Matcher text) {
        int hour = text.group(5) == null ? 0 : Integer.parseInt(text.group(5));
        int minute = text.group(6) == null ? 0 : Integer.parseInt(text.group(6));
        int second = text.group(7) == null ? 0 : Integer.parseInt(text.group(7));
        if (text.group(8) != null) {
            hour = hour % 12 + (text.group(8).equalsIgnoreCase("p") ? 12 : 0);
        }
        try {
            return LocalDateTime.of(year, month, day, hour, minute, second);
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }
}
