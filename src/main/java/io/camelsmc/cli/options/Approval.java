package io.camelsmc.cli.options;

import io.camelsmc.cli.exit.ProcessEnd;
import io.camelsmc.diag.AbortException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Asks before something is done: at a terminal, where only yes is a yes, or beforehand by an option. */
public final class Approval {

    private static final int SIGNAL_LOOK_MILLIS = 50;

    @Option(
            names = {"--auto-approve", "--yes"},
            description = "Do not ask.")
    private boolean given;

    /** Whether nobody will be asked. */
    public boolean given() {
        return given;
    }

    /**
     * Returns if the answer is yes.
     *
     * @param question what is asked, without a question mark
     * @param undone the state if nobody approves, as the beginning of a sentence
     * @throws AbortException if it is anything else, if nobody is there to ask, or if a signal comes instead
     */
    public void require(String question, String undone, PrintWriter screen) {
        if (given) {
            return;
        }
        // What java.io.Console says of a terminal differs from one Java version to the next; the start script knows.
        if (!Boolean.getBoolean("smc.terminal")) {
            throw AbortException.wrongUsage(
                    undone + ": there is no terminal to ask at; add --auto-approve if this is meant");
        }
        screen.print(question + "? Only 'yes' is a yes: ");
        screen.flush();
        ProcessEnd.CURRENT.windUp();
        String answer = answer(undone);
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).equals("yes")) {
            throw AbortException.tryLater(undone + ": it was not approved");
        }
    }

    /** A thread of its own reads, since nothing interrupts a read of standard input, and a signal must. */
    private static @Nullable String answer(String undone) {
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
        try {
            while (!line.isDone()) {
                if (ProcessEnd.CURRENT.signalledWithin(SIGNAL_LOOK_MILLIS)) {
                    throw AbortException.interrupted(undone + ": interrupted");
                }
            }
            return line.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AbortException.interrupted(undone + ": interrupted");
        } catch (ExecutionException e) {
            throw AbortException.cannotRun(undone + ": cannot read the answer", e);
        }
    }
}
