package io.camelsmc.cli.options;

import io.camelsmc.provision.pace.Pace;
import io.camelsmc.provision.pace.PaceOptions;
import io.camelsmc.run.ApplyOptions;
import io.camelsmc.run.FailureLimit;
import io.camelsmc.run.PlanOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How fast a run goes, and what stops it. */
public final class GuardOptions {

    @Option(
            names = "--max-create",
            paramLabel = "N",
            description = "Create nothing if more than N jobs would be created (exit 4).")
    private @Nullable Integer maxCreate;

    @Option(
            names = "--max-fail",
            paramLabel = "N|P%%",
            converter = FailureLimitText.class,
            description = {
                "Start no further row once more than N rows, or P %% of the rows tried (from 20 on), ended in rejected,",
                "conflict or failed (exit 4)."
            })
    private FailureLimit maxFail = FailureLimit.NONE;

    @Option(names = "--strict", description = "Send nothing if any row is invalid (exit 3).")
    private boolean strict;

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
        if (parallelism < 1 || parallelism > 64 || !(rate >= 0) || (maxCreate != null && maxCreate < 0)) {
            throw new CommandLine.ParameterException(
                    command, "--parallelism takes 1 to 64, --rate and --max-create take numbers from 0");
        }
    }

    /** The pace of a run. */
    public Pace pace() {
        return Pace.of(PaceOptions.standard().withRate(rate).withParallelism(parallelism));
    }

    /** What a run may do whose plan a person approves. */
    public ApplyOptions options(PlanOptions planning) {
        return new ApplyOptions(planning, strict, maxCreate, maxFail, parallelism, true);
    }
}
