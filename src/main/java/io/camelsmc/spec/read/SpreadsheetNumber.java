package io.camelsmc.spec.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells people which whole number one with separators, an exponent or a unit probably is. Only ever a hint: {@code
 * 80,000} is eighty in one country and eighty thousand in another, so nothing is guessed.
 */
final class SpreadsheetNumber {

    private static final int MOST_CHARS = 40;
    private static final Pattern GROUPED =
            Pattern.compile("(-?[0-9]{1,3})(?:([.,'’ ])([0-9]{3}))(?:\\2[0-9]{3})*([.,][0-9]+)?");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+[.,][0-9]*");
    private static final Pattern EXPONENT = Pattern.compile("(-?[0-9]+)(?:[.,]([0-9]+))?[eE]\\+?([0-9]{1,2})");
    private static final Pattern GIB =
            Pattern.compile("(-?[0-9]+(?:[.,][0-9]+)?) ?(?:g|gb|gib)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITH_UNIT = Pattern.compile("-?[0-9][0-9.,]* ?[A-Za-z%]+");

    private SpreadsheetNumber() {}

    /** What to do about a number; null when the text does not look like one. */
    static @Nullable String hint(String text) {
        if (text.length() > MOST_CHARS) {
            return null;
        }
        BigDecimal grouped = grouped(text);
        BigDecimal decimal = decimal(text);
        if (grouped != null && decimal != null && isWhole(decimal) && isWhole(grouped)) {
            return "write " + number(grouped) + " if the separator groups digits, " + number(decimal)
                    + " if it is the decimal sign";
        }
        if (grouped != null && isWhole(grouped)) {
            return "write " + number(grouped) + ", without separators"
                    + (decimal == null ? "" : ", if they group the digits");
        }
        BigDecimal value = grouped != null ? grouped : decimal != null ? decimal : exponent(text);
        if (value != null) {
            return value(value);
        }
        return unit(text);
    }

    private static String value(BigDecimal value) {
        if (isWhole(value)) {
            return "write " + number(value);
        }
        return "it is " + value.stripTrailingZeros().toPlainString()
                + ", and nothing is rounded here; write a whole number, " + value.setScale(0, RoundingMode.FLOOR)
                + " or " + value.setScale(0, RoundingMode.CEILING);
    }

    /** {@code 1.024}, {@code 1,024.0}, {@code 1 024}: the digits are grouped by threes. */
    private static @Nullable BigDecimal grouped(String text) {
        Matcher form = GROUPED.matcher(text);
        if (!form.matches()) {
            return null;
        }
        String rest = form.group(4);
        if (rest != null && rest.startsWith(form.group(2))) {
            return null;
        }
        int end = rest == null ? text.length() : text.length() - rest.length();
        String digits = text.substring(0, end).replaceAll("[^0-9-]", "");
        return new BigDecimal(rest == null ? digits : digits + "." + rest.substring(1));
    }

    /** {@code 80,0}, {@code 80.0}. */
    private static @Nullable BigDecimal decimal(String text) {
        return DECIMAL.matcher(text).matches() ? new BigDecimal(text.replace(',', '.') + "0") : null;
    }

    /** {@code 2,00E+02}, where the digits reach as far as the number; beyond them the spreadsheet has lost some. */
    private static @Nullable BigDecimal exponent(String text) {
        Matcher form = EXPONENT.matcher(text);
        String part = form.matches() && form.group(2) != null ? form.group(2) : "";
        return form.matches() && part.length() >= Integer.parseInt(form.group(3))
                ? new BigDecimal(text.replace(',', '.').toUpperCase(Locale.ROOT))
                : null;
    }

    private static @Nullable String unit(String text) {
        if (EXPONENT.matcher(text).matches()) {
            return "write out all digits; the spreadsheet has shortened the number";
        }
        Matcher gib = GIB.matcher(text);
        if (gib.matches()) {
            BigDecimal value = new BigDecimal(gib.group(1).replace(',', '.'));
            return isWhole(value)
                    ? "write " + number(value) + ", without the unit"
                    : "write a whole number without the unit";
        }
        return WITH_UNIT.matcher(text).matches()
                ? "write the number alone, without a unit; sizes of disks are in GiB, so 1 TiB is 1024"
                : null;
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    private static String number(BigDecimal value) {
        return value.setScale(0, RoundingMode.UNNECESSARY).toPlainString();
    }
}
