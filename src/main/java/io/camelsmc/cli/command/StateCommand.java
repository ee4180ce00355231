package io.camelsmc.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code smc state}: looks into the journal, and rebuilds it. */
@Command(
        name = "state",
        mixinStandardHelpOptions = true,
        description = "Looks into the journal: what was asked for, what came of it; rebuilds it from the service.",
        subcommands = {
            StateListCommand.class,
            StateShowCommand.class,
            StateExportCommand.class,
            StateRebuildCommand.class,
            StateUnlockCommand.class
        })
public final class StateCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "a command is missing: list, show, export, rebuild or unlock");
    }
}
