package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.exit.SignalWatch;
import io.camelsmc.cli.options.Approval;
import io.camelsmc.cli.options.GuardOptions;
import io.camelsmc.cli.options.OpenAccount;
import io.camelsmc.cli.options.PlanInputs;
import io.camelsmc.cli.options.RunCircumstances;
import io.camelsmc.cli.options.RunOutputs;
import io.camelsmc.cli.view.PlanDisplay;
import io.camelsmc.run.ApplyRun;
import io.camelsmc.run.Consent;
import io.camelsmc.run.PlanSource;
import io.camelsmc.run.RunListener;
import io.camelsmc.run.RunResult;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.state.Journal;
import io.camelsmc.wave.CheckedRows;
import io.camelsmc.wave.WaveInput;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** The steps shared by all commands that apply a plan. Where the plan comes from is the command's own. */
abstract class ApplyFlow implements Callable<Integer> {

    @Mixin
    private PlanInputs inputs = new PlanInputs();

    @Mixin
    private RunOutputs outputs = new RunOutputs();

    @Mixin
    private Approval approval = new Approval();

    @Mixin
    private GuardOptions guards = new GuardOptions();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /**
     * What a command is asked to apply.
     *
     * @param rows the rows that are known before the journal is opened
     * @param waves the sheets that rows can be given back to
     * @param source plans them
     */
    record Wanted(CheckedRows rows, List<WaveInput> waves, PlanSource source) {}

    /** The files of the command line. */
    abstract List<Path> files();

    /** Reads what is wanted; a damaged input refuses it all. */
    abstract Wanted wanted(PlanInputs inputs, PrintWriter err) throws DamagedInputException;

    @Override
    public Integer call() throws Exception {
        guards.check(spec.commandLine());
        try (RunOutputs opened = outputs) {
            opened.open();
            return apply().code();
        }
    }

    private ExitCode apply() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter screen = outputs.json() ? err : out;
        inputs.of(files());
        Wanted wanted = wanted(inputs, err);
        outputs.keepRows(wanted.waves());
        try (OpenAccount<Journal> account = OpenAccount.writing(inputs.open(wanted.rows(), err))) {
            RunListener listener = RunListener.all(List.of(
                    new SignalWatch(),
                    new PlanDisplay(!approval.given(), outputs.quiet(), screen),
                    outputs.listener(err)));
            Consent consent = plan -> {
                approval.require("Apply this plan", "nothing was created", screen);
                return true;
            };
            RunResult result = new ApplyRun(
                            account.access(guards.pace()), guards.options(inputs.planning()), consent, listener)
                    .run(wanted.source());
            RunCircumstances circumstances = new RunCircumstances(
                    account.session(),
                    inputs.files(),
                    spec.commandLine().getParseResult().originalArgs());
            ExitCode exit = outputs.publish(result, circumstances, out, err);
            if (result.failure() != null) {
                throw result.failure();
            }
            return exit;
        }
    }
}
