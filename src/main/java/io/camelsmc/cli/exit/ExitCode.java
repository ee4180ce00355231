package io.camelsmc.cli.exit;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The exit codes of every command. When several hold, the first of {@link #PRECEDENCE} wins. */
public enum ExitCode {
    OK(0, "all rows in a good final state, or nothing to do"),
    CANNOT_RUN(1, "could not run: configuration, unreadable input, internal error, rows unaccounted for"),
    CHANGES_PENDING(2, "only plan and drift with --detailed-exitcode: changes pending, or drift"),
    ROWS_FAILED(3, "finished; some rows are invalid, rejected, in conflict or failed"),
    INCOMPLETE(
            4,
            "stopped before all rows were done; rerunning is safe; first remove the cause on the Stopped line (access, secret,"
                    + " quota, a guard); after an outage or a signal only the rerun is needed"),
    STATE_HELD(5, "another runner holds the state"),
    USAGE(64, "wrong usage"),
    INTERRUPTED(130, "interrupted; the state is consistent");

    private static final List<ExitCode> PRECEDENCE =
            List.of(USAGE, INTERRUPTED, CANNOT_RUN, STATE_HELD, INCOMPLETE, ROWS_FAILED, CHANGES_PENDING, OK);

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }

    /** The one code that several findings amount to; {@link #OK} for none. */
    public static ExitCode of(Collection<ExitCode> findings) {
        return PRECEDENCE.stream().filter(findings::contains).findFirst().orElse(OK);
    }

    /** The table for {@code --help}, {@code code:meaning} a line. */
    public static List<String> helpLines() {
        return Arrays.stream(values())
                .map(exit -> exit.code + ":" + exit.meaning)
                .toList();
    }
}
