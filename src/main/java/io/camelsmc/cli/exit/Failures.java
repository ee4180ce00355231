package io.camelsmc.cli.exit;

import io.camelsmc.client.SmcException;
import io.camelsmc.diag.AbortException;
import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.state.JournalException;
import io.camelsmc.state.StateLockedException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Turns what went wrong into one clear message on standard error and an exit code. */
public final class Failures {

    private static final String NO_CREDENTIALS = "Credentials.Unavailable";

    private Failures() {}

    public static int explain(Exception e, CommandLine command, CommandLine.ParseResult result) {
        PrintWriter err = command.getErr();
        err.println("error: " + message(e));
        if (e instanceof SmcException answer && answer.retryable()) {
            err.println("the service did not answer this time; run the same command again later");
        }
        if (exit(e) == ExitCode.CANNOT_RUN && System.getenv("SMC_DEBUG") != null) {
            e.printStackTrace(err);
        }
        err.flush();
        return exit(e).code();
    }

    public static int exitCode(Throwable e) {
        return exit(e).code();
    }

    public static ExitCode exit(Throwable e) {
        for (Throwable cause : chain(e)) {
            if (cause instanceof CliException known) {
                return known.exitCode();
            }
            if (cause instanceof AbortException known) {
                return exit(known.kind());
            }
            if (cause instanceof StateLockedException) {
                return ExitCode.STATE_HELD;
            }
            if (cause instanceof SmcException answer && !answer.code().equals(NO_CREDENTIALS)) {
                // An outage, a quota, an account that is refused: the same command goes on once that is fixed.
                return ExitCode.INCOMPLETE;
            }
            if (cause instanceof InterruptedException) {
                return ExitCode.INTERRUPTED;
            }
        }
        return ExitCode.CANNOT_RUN;
    }

    private static ExitCode exit(AbortException.Kind kind) {
        return switch (kind) {
            case WRONG_USAGE -> ExitCode.USAGE;
            case CANNOT_RUN -> ExitCode.CANNOT_RUN;
            case TRY_LATER -> ExitCode.INCOMPLETE;
            case ROWS_REFUSED -> ExitCode.ROWS_FAILED;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
        };
    }

    /** The message of the failure that says most to a person: ours, if there is one; else every distinct one in turn. */
    public static String message(Throwable e) {
        for (Throwable cause : chain(e)) {
            if (cause instanceof SmcException refused && refused.code().equals(NO_CREDENTIALS)) {
                return SafeText.escape(String.valueOf(cause.getMessage()))
                        + "; to try without an account, add --emulator";
            }
            if (cause instanceof CliException
                    || cause instanceof AbortException
                    || cause instanceof JournalException
                    || cause instanceof InvalidSpecException) {
                return SafeText.escape(String.valueOf(cause.getMessage())).replace("\\n", "\n");
            }
        }
        StringBuilder text = new StringBuilder();
        for (Throwable cause : chain(e)) {
            String message = text(cause);
            if (message != null && text.indexOf(message) < 0) {
                text.append(text.isEmpty() ? "" : "\n  because: ")
                        .append(SafeText.escape(message).replace("\\n", "\n  "));
            }
        }
        return text.isEmpty() ? e.getClass().getName() : text.toString();
    }

    /** The message, for those file system failures too whose message is nothing but the name of the file. */
    private static @Nullable String text(Throwable cause) {
        if (cause instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file";
        }
        if (cause instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        return cause.getMessage();
    }

    private static Set<Throwable> chain(Throwable e) {
        Set<Throwable> seen = new LinkedHashSet<>();
        Throwable cause = e;
        while (cause != null && seen.add(cause)) {
            cause = cause.getCause();
        }
        return seen;
    }
}
