package io.camelsmc.cli.options;

import io.camelsmc.emulator.SmcEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a command opened to talk to a service, and closes when it is done.
 *
 * @param settings how to reach the service
 * @param emulator the embedded service; null when a real one is used
 * @param temporaryState journal to remove afterwards; null when the user keeps it
 */
public record ServiceSession(ServiceSettings settings, @Nullable SmcEmulator emulator, @Nullable Path temporaryState)
        implements AutoCloseable {

    @Override
    public void close() {
        if (emulator != null) {
            emulator.close();
        }
        if (temporaryState != null) {
            remove(temporaryState);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove the temporary journal " + folder, e);
        }
    }
}
