package io.camelsmc.cli.options;

import io.camelsmc.state.Journals;
import io.camelsmc.state.StateView;
import picocli.CommandLine.Option;

/** Which journal a reading command looks into. Nothing is written, and a runner may hold it meanwhile. */
public final class StateChoice {

    @Option(
            names = "--state",
            paramLabel = "DIR|JDBC-URL",
            defaultValue = ".smc",
            description = "Journal (default: ${DEFAULT-VALUE}).")
    private String state = ".smc";

    public String location() {
        return state;
    }

    public StateView open() {
        return Journals.openReadOnly(state);
    }
}
