package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.SpecField;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times relative to the start of the wave: {@code +3d}, {@code +12h}, {@code +30m}. They never count from the present,
 * since the same row would then mean another job at every run.
 */
public final class RelativeTime {

    /** The rule that a relative time without a start breaks. */
    public static final String UNRESOLVED = "time.relative";

    private static final Pattern FORM = Pattern.compile("\\+(0|[1-9][0-9]{0,4})([dhm])");

    private RelativeTime() {}

    /** The time after the start, or null when the text is in no such form. */
    static @Nullable Duration parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        long amount = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "d" -> Duration.ofDays(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofMinutes(amount);
        };
    }

    /** The shortest text that stands for a time after the start. */
    public static String text(Duration offset) {
        long minutes = offset.toMinutes();
        if (minutes % (24 * 60) == 0) {
            return "+" + minutes / (24 * 60) + "d";
        }
        return minutes % 60 == 0 ? "+" + minutes / 60 + "h" : "+" + minutes + "m";
    }

    static Diagnostic unresolved(SpecField field, Duration offset, String name, SourcePosition position) {
        return Diagnostic.error(UNRESOLVED, "A relative time in a wave without a start")
                .at(position)
                .in(name)
                .got(text(offset))
                .expected(TimeText.FORM + ", or a start of the wave to count from")
                .fix(
                        "give the wave a start (waves: NAME: start: in defaults.yaml, or start: in the wave file), or write "
                                + field.specName() + " as a UTC time");
    }
}
