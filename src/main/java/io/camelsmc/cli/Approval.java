package io.camelsmc.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Asks a person before something is done. */
final class Approval {

    private static final int SIGNAL_LOOK_MILLIS = 50;

    private Approval() {}

    /**
     * Returns if the answer is yes.
     *
     * @throws CliException if it is anything else, if nobody is there to ask, or if a signal comes instead
     */
    static void ask(String question, PrintWriter screen) throws InterruptedException {
        // What java.io.Console says of a terminal differs from one Java version to the next; the start script knows.
        if (!Boolean.getBoolean("smc.terminal")) {
            throw new CliException(
                    ExitCode.USAGE,
                    "nothing was made: there is no terminal to ask at; add --auto-approve if this is meant");
        }
        screen.print(question + " Only 'yes' is a yes: ");
        screen.flush();
        String answer = answer();
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).equals("yes")) {
            throw new CliException(ExitCode.INCOMPLETE, "nothing was made: the plan was not approved");
        }
    }

    /** A thread of its own reads, since nothing interrupts a read of standard input, and a signal must. */
    private static @Nullable String answer() throws InterruptedException {
        CompletableFuture<@Nullable String> line = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try {
                        line.complete(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                                .readLine());
                    } catch (IOException e) {
                        line.completeExceptionally(e);
                    }
                },
                "smc-answer");
        reader.setDaemon(true);
        reader.start();
        while (!line.isDone()) {
            if (ProcessEnd.CURRENT.signalledWithin(SIGNAL_LOOK_MILLIS)) {
                throw new CliException(ExitCode.INTERRUPTED, "nothing was made: interrupted");
            }
        }
        try {
            return line.get();
        } catch (ExecutionException e) {
            throw new CliException(ExitCode.CANNOT_RUN, "nothing was made: cannot read the answer", e);
        }
    }
}
