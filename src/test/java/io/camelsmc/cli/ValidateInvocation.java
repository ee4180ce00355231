package io.camelsmc.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** One run of the command line in this process: what it printed and how it ended. */
public record ValidateInvocation(int exit, String out, String err) {

    public static ValidateInvocation smc(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int exit = commandLine.execute(texts);
        return new ValidateInvocation(exit, out.toString(), err.toString());
    }
}
