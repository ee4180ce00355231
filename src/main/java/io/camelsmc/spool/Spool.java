package io.camelsmc.spool;

import io.camelsmc.diag.AbortException;
import io.camelsmc.spec.read.Defaults;
import io.camelsmc.spec.read.InputFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The directories that the ready-made routes read and write. */
public final class Spool {

    private static final String QUARANTINE = "quarantine";

    private final Path root;

    public Spool(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public Path root() {
        return root;
    }

    /** Makes the directories and finds out, before anything is sent, whether they can be written. */
    public void prepare() {
        for (String name : new String[] {"in", "work", "out", "done", "partial", "rejected", QUARANTINE}) {
            Path folder = root.resolve(name);
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw AbortException.cannotRun(
                        "cannot make " + folder + " (" + e.getMessage() + "); choose another --spool", e);
            }
            if (!Files.isWritable(folder)) {
                throw AbortException.cannotRun(
                        folder + " cannot be written; mend its permissions or choose another --spool");
            }
        }
    }

    /** Refuses an input that cannot be dropped, before anything starts. */
    public void checkInput(Path input) {
        if (!Files.isRegularFile(input) || !Files.isReadable(input)) {
            throw AbortException.cannotRun(
                    "cannot read the input " + input + " (no such readable file); check --input");
        }
        if (input.endsWith(Defaults.FILE_NAME)) {
            throw AbortException.wrongUsage(
                    input + " is a file of defaults, not a wave; it is read with the inputs beside it, or name it with"
                            + " --defaults");
        }
    }

    /**
     * Copies a file into {@code in/}: first under a hidden name, so that no consumer sees half of it. The same file, waiting
     * from an earlier run, is no second one: the same command may be run again.
     */
    public void drop(Path input) {
        Path name = input.getFileName();
        Path target = root.resolve("in").resolve(name.toString());
        Path half = root.resolve("in").resolve("." + name + ".part");
        try {
            for (Path waiting : unfinished()) {
                if (waiting.endsWith(name)) {
                    if (Files.mismatch(waiting, input) < 0) {
                        return;
                    }
                    throw new FileAlreadyExistsException(waiting.toString());
                }
            }
            Files.copy(input, half, StandardCopyOption.REPLACE_EXISTING);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            throw AbortException.cannotRun(
                    e.getFile()
                            + " is there already with other content, waiting to be read; run without --input, or remove"
                            + " it",
                    e);
        } catch (IOException e) {
            throw AbortException.cannotRun("cannot copy " + input + " to " + target + " (" + e.getMessage() + ")", e);
        }
    }

    /** Names of the files in {@code in/} that a consumer might take, sorted. */
    public List<String> waiting() {
        return files(root.resolve("in"), 1).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals(Defaults.FILE_NAME))
                .toList();
    }

    /** Files whose rows are not all final: those in {@code in/}, and those that a runner, living or dead, has claimed. */
    List<Path> unfinished() {
        List<Path> files = new ArrayList<>(files(root.resolve("work"), 2));
        waiting().forEach(name -> files.add(root.resolve("in").resolve(name)));
        return files;
    }

    /** Files that were set aside since runners died over them. */
    public Set<Path> quarantined() {
        return Set.copyOf(files(root.resolve(QUARANTINE), 1));
    }

    /** Whether the ready-made route takes a file of this name sooner or later. */
    public boolean taken(String name) {
        Path file = root.resolve("in").resolve(name);
        return InputFormat.of(name).isPresent()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && file.toFile().length() > 0;
    }

    private static List<Path> files(Path folder, int depth) {
        try (Stream<Path> files = Files.find(folder, depth, (file, attributes) -> !attributes.isDirectory())) {
            return files.filter(file -> !folder.relativize(file).toString().startsWith("."))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            // Another runner gave up its folder meanwhile; what lay in it lies elsewhere now.
            return files(folder, depth);
        } catch (IOException e) {
            throw AbortException.cannotRun("cannot list " + folder + " (" + e.getMessage() + ")", e);
        }
    }
}
