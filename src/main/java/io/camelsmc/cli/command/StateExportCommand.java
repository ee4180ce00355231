package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.options.StateChoice;
import io.camelsmc.report.StateJson;
import io.camelsmc.state.StateView;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code smc state export}: the whole journal, one JSON object a line, history included. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Prints the whole journal as JSON, one object a line, history included.")
final class StateExportCommand implements Callable<Integer> {

    @Mixin
    private StateChoice choice = new StateChoice();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (StateView view = choice.open()) {
            out.println(StateJson.header(view.info()));
            view.list().forEach(record -> out.println(StateJson.withHistory(record, view.history(record.key()))));
        }
        out.flush();
        return ExitCode.OK.code();
    }
}
