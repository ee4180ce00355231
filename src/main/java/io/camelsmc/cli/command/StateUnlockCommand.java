package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.CliException;
import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.options.StateChoice;
import io.camelsmc.state.Journals;
import io.camelsmc.state.StateLockedException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code smc state unlock}: says who holds the journal. There is nothing to remove: the lock dies with its holder. */
@Command(
        name = "unlock",
        mixinStandardHelpOptions = true,
        description = {
            "Says who holds the journal, if anybody does.",
            "The lock is the operating system's and ends with its holder, so there is never one to remove by hand."
        })
final class StateUnlockCommand implements Callable<Integer> {

    @Mixin
    private StateChoice choice = new StateChoice();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String state = choice.location();
        if (!state.startsWith("jdbc:") && !Files.isDirectory(Path.of(state))) {
            out.println("nobody holds " + state + ": there is no journal");
            out.flush();
            return ExitCode.OK.code();
        }
        try {
            Journals.open(state).close();
            out.println("nobody holds " + (state.startsWith("jdbc:") ? "the journal" : state));
            out.flush();
            return ExitCode.OK.code();
        } catch (StateLockedException e) {
            throw new CliException(
                    ExitCode.STATE_HELD,
                    e.getMessage() + "\nthe lock ends with that process: wait for it, or end it",
                    e);
        }
    }
}
