package io.camelsmc.cli.view;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** What the command line logs, on standard error. */
public final class CliLogging {

    private static final String CONFIGURATION = "io/camelsmc/cli/logback-cli.xml";

    private CliLogging() {}

    public static void verbose() {
        if (LoggerFactory.getLogger("io.camelsmc") instanceof Logger ours) {
            ours.setLevel(Level.DEBUG);
        }
        if (LoggerFactory.getLogger("org.apache.camel") instanceof Logger camel) {
            camel.setLevel(Level.INFO);
        }
    }

    /** Leaves rows to the progress, the events and the report; a user's own configuration of the log stays as it is. */
    public static void quietRows() {
        if (CONFIGURATION.equals(System.getProperty("logback.configurationFile"))
                && LoggerFactory.getLogger("io.camelsmc") instanceof Logger ours) {
            ours.setLevel(Level.WARN);
        }
    }

    /** Leaves it to the command to say why the routes did not start: once, and without a stack trace. */
    public static void quietStart() {
        if (LoggerFactory.getLogger("org.apache.camel.impl.engine.AbstractCamelContext") instanceof Logger context
                && !context.isInfoEnabled()) {
            context.setLevel(Level.OFF);
        }
    }
}
