package io.camelsmc.cli.command;

import io.camelsmc.lifecycle.VerbRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code smc start}: begins or resumes the transfer of jobs. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = {
            "Starts jobs that the journal knows, or resumes those that were stopped or failed, in the order of the sheets.",
            "At most --running-quota jobs of the account run at once, whoever started them; the rest wait for a place."
                    + " --wait starts them as places become free.",
        })
public final class StartCommand extends VerbCommand {

    @Option(
            names = "--running-quota",
            paramLabel = "N",
            defaultValue = "50",
            description = "Jobs of the account that may run at once (default: ${DEFAULT-VALUE}).")
    private int quota = 50;

    @Override
    VerbRequest request() {
        return VerbRequest.start();
    }

    @Override
    int quota() {
        return quota;
    }
}
