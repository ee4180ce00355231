package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.ExitCode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code smc completion}: the script that lets a shell complete commands and options. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a script that completes commands, options and files.",
            "One script serves both shells; zsh loads its bashcompinit for it.",
        })
public final class CompletionCommand implements Callable<Integer> {

    /** The shells that the script works in. */
    enum Shell {
        bash,
        zsh
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "SHELL",
            defaultValue = "bash",
            description = "bash or zsh (default: ${DEFAULT-VALUE}).")
    private Shell shell = Shell.bash;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (shell == Shell.zsh) {
            out.println("autoload -U +X compinit && compinit");
        }
        out.println(AutoComplete.bash("smc", spec.root().commandLine()));
        out.flush();
        return ExitCode.OK.code();
    }
}
