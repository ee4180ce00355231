package io.camelsmc.cli.command;

import io.camelsmc.cli.options.PlanInputs;
import io.camelsmc.plan.Plan;
import io.camelsmc.run.PlanSource;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.wave.CheckedRows;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code smc apply}: makes it so. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the jobs of some waves exist, each exactly once in effect. Running it again changes nothing.",
            "Shows the plan and asks first; without a terminal it needs --auto-approve.",
        })
public final class ApplyCommand extends ApplyFlow {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Waves (CSV, YAML, JSON, NDJSON), taken as one; or one plan that 'smc plan --out' saved.")
    private List<Path> files = new ArrayList<>();

    @Override
    List<Path> files() {
        return files;
    }

    @Override
    Wanted wanted(PlanInputs inputs, PrintWriter err) throws DamagedInputException {
        Plan saved = inputs.savedPlan(err);
        if (saved != null) {
            return new Wanted(CheckedRows.NONE, List.of(), PlanSource.of(saved));
        }
        CheckedRows rows = inputs.read(err);
        return new Wanted(rows, inputs.waves(), PlanSource.of(rows));
    }
}
