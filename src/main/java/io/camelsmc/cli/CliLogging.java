package io.camelsmc.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** What the command line logs, on standard error. */
final class CliLogging {

    private CliLogging() {}

    static void verbose() {
        if (LoggerFactory.getLogger("io.camelsmc") instanceof Logger ours) {
            ours.setLevel(Level.DEBUG);
        }
        if (LoggerFactory.getLogger("org.apache.camel") instanceof Logger camel) {
            camel.setLevel(Level.INFO);
        }
    }
}
