package io.camelsmc.spool;

import io.camelsmc.spec.read.Defaults;
import io.camelsmc.spec.read.InputFormat;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the wave files to apply. For routes that read them where they lie: {@code bean}, method {@code of}. */
public final class WaveFiles {

    private WaveFiles() {}

    /**
     * The file itself, or the waves directly in a directory, by name. Hidden files, links and {@code defaults.yaml} are no
     * waves.
     *
     * @param input path of a file or a directory
     * @throws IOException if there is no such file
     */
    public static List<File> of(String input) throws IOException {
        Path path = Path.of(input);
        if (Files.isRegularFile(path)) {
            return List.of(path.toFile());
        }
        if (!Files.isDirectory(path)) {
            throw new NoSuchFileException(path.toAbsolutePath()
                    + " is neither a wave file nor a directory of them; check smc.schedule.input");
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> wave(file.getFileName().toString()))
                    .sorted()
                    .map(Path::toFile)
                    .toList();
        }
    }

    private static boolean wave(String name) {
        return !name.startsWith(".")
                && !name.equals(Defaults.FILE_NAME)
                && InputFormat.of(name).isPresent();
    }
}
