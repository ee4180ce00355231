package io.camelsmc.cli;

import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.SmcEmulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Runs the usual commands once, in a directory of its own and against an emulator of its own, so that the virtual machine
 * sees the classes they need. {@code bin/smc} starts it to make the class-data archive; it prints nothing, and its exit code
 * means nothing: an archive of whatever was loaded is a good one.
 */
final class ArchiveTraining {

    private static final String KEY_ID = "testid";
    private static final String KEY_SECRET = "testsecret";

    private final Path folder;

    private ArchiveTraining(Path folder) {
        this.folder = folder;
    }

    /** The program; with the argument {@code run} for the archive of the commands with Camel. */
    public static void main(String[] args) throws IOException {
        System.setProperty("logback.configurationFile", "io/camelsmc/cli/logback-cli.xml");
        System.setProperty("alibabacloud.accessKeyId", KEY_ID);
        System.setProperty("alibabacloud.accessKeySecret", KEY_SECRET);
        Path folder = Files.createTempDirectory("smc-training");
        try {
            new ArchiveTraining(folder).run(args.length > 0 && args[0].equals("run"));
        } finally {
            remove(folder);
        }
    }

    private void run(boolean withCamel) throws IOException {
        smc("init", folder.toString());
        String sheet = path("wave-01.csv");
        if (withCamel) {
            smc("run", "--emulator", "--drain", "--timeout", "20", "--spool", path("spool"), "--input", sheet);
            return;
        }
        String state = path("state");
        Files.writeString(folder.resolve("wave.yaml"), "jobs: [{sourceId: s-bp1e2fsl57knvuug, name: web-02}]\n");
        smc("--help");
        smc("apply", "--help");
        smc("version", "--json");
        smc("validate", sheet, path("wave.yaml"));
        smc("validate", "--json", sheet);
        smc("explain", "SourceServerState.Invalid");
        smc("explain", "web-01", "--file", sheet);
        smc("plan", "--offline", "--state", state, sheet);
        smc("policy", sheet);
        smc("schema");
        EmulatorOptions options = EmulatorOptions.builder()
                .accessKeyId(KEY_ID)
                .accessKeySecret(KEY_SECRET)
                .build();
        try (SmcEmulator emulator = SmcEmulator.start(options)) {
            String endpoint = emulator.endpoint().toString();
            smc("apply", "--auto-approve", "--rate", "0", "--endpoint", endpoint, "--state", state, sheet);
            smc("plan", "--json", "--endpoint", endpoint, "--state", state, sheet);
        }
        smc("state", "list", "--state", state);
        smc("state", "show", "web-01", "--state", state);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static void smc(String... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(Writer.nullWriter()));
        commandLine.setErr(new PrintWriter(Writer.nullWriter()));
        commandLine.execute(arguments);
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(folder)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
