package io.camelsmc.cli;

import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.SmcEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder and an emulator of its own for processes of {@code bin/smc}, which have the key of the emulator. */
final class Trial implements AutoCloseable {

    static final String HEADER =
            "source_id,name,wave,region,target_type,image_name,instance_id,system_disk_size,tags\n";

    private final Path folder;
    private final SmcEmulator emulator;

    Trial(Path folder) {
        this.folder = folder;
        try {
            emulator = SmcEmulator.start(EmulatorOptions.defaults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SmcEmulator emulator() {
        return emulator;
    }

    String endpoint() {
        return emulator.endpoint().toString();
    }

    /** Sources of the creates that arrived, in their order. */
    List<String> created() {
        return emulator.journal().entries("CreateReplicationJob").stream()
                .map(entry -> String.valueOf(entry.parameters().get("SourceId")))
                .toList();
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    void write(String name, String... lines) {
        try {
            Files.writeString(path(name), String.join("", lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SmcProcess process(String... arguments) {
        return new SmcProcess(folder, arguments)
                .with("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid")
                .with("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "testsecret");
    }

    /** Runs a command line whose words have no blanks; {@code ENDPOINT} stands for the emulator's. */
    SmcProcess.Ended smc(String line) {
        return process(words(line)).run();
    }

    /** Starts a command line. */
    SmcProcess.Running start(String line) {
        return process(words(line)).start();
    }

    /** Runs some at the same time. */
    List<SmcProcess.Ended> smc(List<String> lines) {
        List<SmcProcess.Running> running = new ArrayList<>();
        lines.forEach(line -> running.add(start(line)));
        return running.stream().map(SmcProcess.Running::ended).toList();
    }

    private String[] words(String line) {
        return line.replace("ENDPOINT", endpoint()).split(" ");
    }

    /** A row that lacks nothing. */
    static String image(int n, int disk) {
        return source(n) + ",web-" + n + ",wave-01,cn-hangzhou,Image,web-" + n + ",," + disk + ",\n";
    }

    static String source(int n) {
        return String.format("s-bp1k4wd9x0tq7mz2%04d", n);
    }

    @Override
    public void close() {
        emulator.close();
    }
}
