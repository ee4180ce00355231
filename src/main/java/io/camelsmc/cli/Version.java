package io.camelsmc.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest states it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "camel-smc " + current(), "Java " + Runtime.version() + ", SMC API 2019-06-01",
        };
    }

    static String current() {
        return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "development build");
    }
}
