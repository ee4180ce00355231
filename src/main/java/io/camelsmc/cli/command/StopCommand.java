package io.camelsmc.cli.command;

import io.camelsmc.lifecycle.VerbRequest;
import picocli.CommandLine.Command;

/** {@code smc stop}: pauses the transfer of jobs. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = {
            "Pauses jobs that synchronise; 'smc start' resumes them where they stopped.",
            "The service stops a job only while it is Syncing; in another phase it waits, and --wait keeps trying.",
        })
public final class StopCommand extends VerbCommand {

    @Override
    VerbRequest request() {
        return VerbRequest.stop();
    }
}
