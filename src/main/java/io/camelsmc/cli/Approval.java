package io.camelsmc.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Asks before something is done: at a terminal, where only yes is a yes, or beforehand by an option. */
final class Approval {

    @Option(
            names = {"--auto-approve", "--yes"},
            description = "Do not ask.")
    private boolean given;

    /**
     * Returns if the answer is yes.
     *
     * @param question what is asked, without a question mark
     * @param undone what is so without a yes, as the beginning of a sentence
     * @throws CliException if nobody can be asked, or the answer is another one
     */
    void require(String question, String undone, PrintWriter screen) throws IOException {
        if (given) {
            return;
        }
        // What java.io.Console says of a terminal differs from one Java version to the next; the start script knows.
        if (!Boolean.getBoolean("smc.terminal")) {
            throw new CliException(
                    ExitCode.USAGE, undone + ": there is no terminal to ask at; add --auto-approve if this is meant");
        }
        screen.print(question + "? Only 'yes' is a yes: ");
        screen.flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).equals("yes")) {
            throw new CliException(ExitCode.INCOMPLETE, undone + ": it was not approved");
        }
    }
}
