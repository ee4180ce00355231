package io.camelsmc.cli.command;

import io.camelsmc.lifecycle.VerbRequest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code smc extend}: moves the time at which jobs expire. */
@Command(
        name = "extend",
        mixinStandardHelpOptions = true,
        description = {
            "Moves the time at which jobs expire. A job lives at most 90 days from its creation.",
        })
public final class ExtendCommand extends VerbCommand {

    @Option(
            names = "--to",
            required = true,
            paramLabel = "TIME|+Nd",
            converter = To.class,
            description =
                    "A time such as 2027-01-31T00:00:00Z or 2027-01-31T08:00:00+08:00, or days from the present end: +14d.")
    private @Nullable VerbRequest to;

    @Override
    VerbRequest request() {
        if (to == null) {
            throw new IllegalStateException("--to is required");
        }
        return to;
    }

    /** Reads a time with its offset, or {@code +14d}. */
    static final class To implements CommandLine.ITypeConverter<VerbRequest> {
        @Override
        public VerbRequest convert(String text) {
            try {
                if (text.matches("\\+[0-9]{1,2}d")) {
                    long days = Long.parseLong(text.substring(1, text.length() - 1));
                    return VerbRequest.extendBy(Duration.ofDays(days));
                }
                return VerbRequest.extendTo(
                        OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS));
            } catch (DateTimeParseException e) {
                throw new CommandLine.TypeConversionException("'" + text
                        + "' is no time; write it with its offset, such as 2027-01-31T00:00:00Z or"
                        + " 2027-01-31T08:00:00+08:00, or days from the present end, such as +14d");
            }
        }
    }
}
