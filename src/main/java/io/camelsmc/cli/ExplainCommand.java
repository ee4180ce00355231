package io.camelsmc.cli;

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
        PrintWriter out = spec.commandLine().getOut();
        CodeExplanation.of(code).forEach(out::println);
        out.flush();
        return ExitCode.OK.code();
    }
}
