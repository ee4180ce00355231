package io.camelsmc.cli;

import io.camelsmc.client.ErrorEntry;
import io.camelsmc.client.ErrorTable;
import io.camelsmc.diag.SafeText;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code smc explain CODE}: what an error code means, which class it has and what to do. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Explains an error code: what it means, which endpoint its rows end in, what to do.")
final class ExplainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CODE", description = "Error code of the service, such as SourceServerState.Invalid.")
    private String code = "";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        ErrorEntry entry = ErrorTable.standard().lookup(code, 0);
        PrintWriter out = spec.commandLine().getOut();
        out.println(SafeText.escape(code));
        if (!entry.display().equals(code)) {
            out.println("  known as     " + entry.display());
        }
        out.println("  class        " + entry.errorClass().id());
        out.println(
                "  concerns     " + (entry.accountWide() ? "the whole account: no further job is tried" : "this row"));
        out.println("  again later  "
                + (entry.retryable() ? "may succeed unedited" : "fails again until the cause is mended"));
        out.println("  meaning      " + entry.meaning());
        out.println("  what to do   " + entry.advice());
        out.flush();
        return ExitCode.OK.code();
    }
}
