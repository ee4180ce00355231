package io.camelsmc.cli.command;

import io.camelsmc.lifecycle.VerbRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code smc delete}: removes jobs. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = {
            "Removes jobs that the journal made or took over, and with them their intermediate instances.",
            "Images, target instances and source servers stay. A job that runs is refused; --stop-first stops it before."
                    + " Cannot be undone.",
        })
public final class DeleteCommand extends VerbCommand {

    @Option(names = "--stop-first", description = "Stop jobs that synchronise, then remove them.")
    private boolean stopFirst;

    @Override
    VerbRequest request() {
        return VerbRequest.delete(stopFirst);
    }

    @Override
    String warning() {
        return "What is removed cannot be brought back. Images, instances and sources stay.";
    }
}
