package io.camelsmc.cli.options;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Whether and how long a verb is tried again for jobs that wait. */
public final class WaitOptions {

    @Option(
            names = "--wait",
            description = "Keep trying for jobs that wait, for a free place or for their status, until --timeout.")
    private boolean waits;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "8h",
            converter = DurationText.class,
            description = "How long to wait, such as 90m, 8h or 2d; then exit 4 (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofHours(8);

    @Option(
            names = "--poll",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = DurationText.class,
            description = "How long between two looks at the service (default: ${DEFAULT-VALUE}).")
    private Duration poll = Duration.ofSeconds(30);

    /** How long jobs that wait are tried again; null to try once. */
    public @Nullable Duration patience() {
        return waits ? timeout : null;
    }

    public Duration poll() {
        return poll;
    }

    /** Reads {@code 500ms}, {@code 30s}, {@code 90m}, {@code 8h} or {@code 2d}. */
    public static final class DurationText implements CommandLine.ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                if (text.endsWith("ms")) {
                    return Duration.ofMillis(number(text, 2));
                }
                return switch (text.isEmpty() ? ' ' : text.charAt(text.length() - 1)) {
                    case 's' -> Duration.ofSeconds(number(text, 1));
                    case 'm' -> Duration.ofMinutes(number(text, 1));
                    case 'h' -> Duration.ofHours(number(text, 1));
                    case 'd' -> Duration.ofDays(number(text, 1));
                    default -> throw new NumberFormatException();
                };
            } catch (NumberFormatException e) {
                throw new CommandLine.TypeConversionException(
                        "'" + text + "' is no time; write a whole number and its unit, such as 30s, 90m, 8h or 2d");
            }
        }

        private static long number(String text, int unit) {
            long number = Long.parseLong(text.substring(0, text.length() - unit));
            if (number < 0) {
                throw new NumberFormatException();
            }
            return number;
        }
    }
}
