package io.camelsmc.cli.exit;

/**
 * A command ends with the exit code of another failure, and says more than that failure does. Everything else that keeps a
 * command from going on is an {@link io.camelsmc.diag.AbortException}.
 */
public final class CliException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    public CliException(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
