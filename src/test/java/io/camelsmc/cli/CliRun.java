package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * A command line run in this process, with the emulator's key where the vendor's chain looks first.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record CliRun(int code, String out, String err) {

    static CliRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        System.setProperty("alibabacloud.accessKeyId", "testid");
        System.setProperty("alibabacloud.accessKeySecret", "testsecret");
        try {
            CommandLine command = Main.commandLine();
            command.setOut(new PrintWriter(out));
            command.setErr(new PrintWriter(err));
            int code = command.execute(arguments);
            return new CliRun(code, out.toString(), err.toString());
        } finally {
            System.clearProperty("alibabacloud.accessKeyId");
            System.clearProperty("alibabacloud.accessKeySecret");
        }
    }

    CliRun exits(int expected) {
        assertThat(code).as("exit code of%n%s%n%s", out, err).isEqualTo(expected);
        return this;
    }
}
