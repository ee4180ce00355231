package io.camelsmc;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders with all that is in them. */
public final class Trees {

    private Trees() {}

    /** A new folder on another file system than a folder; the test is left out where this machine has none. */
    public static Path onAnotherFileSystem(Path folder) throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeThat(Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(folder)))
                .as("there is a second file system")
                .isTrue();
        return Files.createTempDirectory(memory, "smc-test");
    }

    /** Removes a file or a folder and all that is in it; links are removed, not followed. Nothing there is as good. */
    public static void remove(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
