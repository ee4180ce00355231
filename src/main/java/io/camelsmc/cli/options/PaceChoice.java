package io.camelsmc.cli.options;

import io.camelsmc.provision.pace.Pace;
import io.camelsmc.provision.pace.PaceOptions;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How fast the service is called. */
public final class PaceChoice {

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "8",
            description = "Calls in flight at most, 1 to 64 (default: ${DEFAULT-VALUE}).")
    private int parallelism = 8;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "5",
            description = "Calls a second at most; 0 for no limit but the service's own (default: ${DEFAULT-VALUE}).")
    private double rate = 5;

    /** Refuses numbers that make no sense. */
    public void check(CommandLine command) {
        if (parallelism < 1 || parallelism > 64 || !(rate >= 0)) {
            throw new CommandLine.ParameterException(command, "--parallelism takes 1 to 64, --rate a number from 0");
        }
    }

    /** The pace. */
    public Pace pace() {
        return Pace.of(PaceOptions.standard().withRate(rate).withParallelism(parallelism));
    }

    public int parallelism() {
        return parallelism;
    }
}
