package io.camelsmc.cli;

import io.camelsmc.spec.read.Defaults;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The directories that the ready-made routes read and write. */
final class Spool {

    private final Path root;

    Spool(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Path root() {
        return root;
    }

    /** Makes the directories and finds out, before anything is sent, whether they can be written. */
    void prepare() {
        for (String name : new String[] {"in", "out", "done", "partial", "rejected"}) {
            Path folder = root.resolve(name);
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new CliException(
                        ExitCode.CANNOT_RUN,
                        "cannot make " + folder + " (" + e.getMessage() + "); choose another --spool",
                        e);
            }
            if (!Files.isWritable(folder)) {
                throw new CliException(
                        ExitCode.CANNOT_RUN,
                        folder + " cannot be written; mend its permissions or choose another --spool");
            }
        }
    }

    /** Refuses an input that cannot be dropped, before anything starts. */
    void checkInput(Path input) {
        if (!Files.isRegularFile(input) || !Files.isReadable(input)) {
            throw new CliException(
                    ExitCode.CANNOT_RUN, "cannot read the input " + input + " (no such readable file); check --input");
        }
        if (input.endsWith(Defaults.FILE_NAME)) {
            throw new CliException(
                    ExitCode.USAGE,
                    input + " is a file of defaults, not a wave; it is read with the inputs beside it, or name it with"
                            + " --defaults");
        }
    }

    /** Copies a file into {@code in/}: first under a hidden name, so that no consumer sees half of it. */
    void drop(Path input) {
        Path name = input.getFileName();
        Path target = root.resolve("in").resolve(name.toString());
        Path half = root.resolve("in").resolve("." + name + ".part");
        try {
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            Files.copy(input, half, StandardCopyOption.REPLACE_EXISTING);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            throw new CliException(
                    ExitCode.CANNOT_RUN,
                    target + " is there already, waiting to be read; run without --input, or remove it",
                    e);
        } catch (IOException e) {
            throw new CliException(
                    ExitCode.CANNOT_RUN, "cannot copy " + input + " to " + target + " (" + e.getMessage() + ")", e);
        }
    }

    /** Names of the files in {@code in/} that a consumer might take, sorted. */
    List<String> waiting() {
        try (Stream<Path> files = Files.list(root.resolve("in"))) {
            return files.filter(file -> !Files.isDirectory(file))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.equals(Defaults.FILE_NAME))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CliException(
                    ExitCode.CANNOT_RUN, "cannot list " + root.resolve("in") + " (" + e.getMessage() + ")", e);
        }
    }
}
