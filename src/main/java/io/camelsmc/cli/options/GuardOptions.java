package io.camelsmc.cli.options;

import io.camelsmc.provision.pace.Pace;
import io.camelsmc.run.ApplyOptions;
import io.camelsmc.run.FailureLimit;
import io.camelsmc.run.PlanOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private PaceChoice pace = new PaceChoice();

    /** Refuses numbers that make no sense. */
    public void check(CommandLine command) {
        pace.check(command);
        if (maxCreate != null && maxCreate < 0) {
            throw new CommandLine.ParameterException(command, "--max-create takes a number from 0");
        }
    }

    /** The pace of a run. */
    public Pace pace() {
        return pace.pace();
    }

    /** What a run may do whose plan a person approves. */
    public ApplyOptions options(PlanOptions planning) {
        return new ApplyOptions(planning, strict, maxCreate, maxFail, pace.parallelism(), true);
    }
}
