package io.camelsmc.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder in {@code work/} that holds what one runner has claimed. The runner keeps a lock of the operating system on a
 * file in it; once that is free, the runner is gone, however it ended, and its files may be taken up again. Make, ask and
 * clear under the {@link SpoolLock}.
 */
final class RunnerFolder implements Closeable {

    private static final String PREFIX = "runner-";
    private static final String LOCK = ".lock";

    /** Folders of this virtual machine. To open and close the lock file once more would free the lock of all of it. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private RunnerFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes a folder for this runner. */
    static RunnerFolder open(Path work) throws IOException {
        String own = PREFIX + ProcessHandle.current().pid() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        Path path = Files.createDirectory(work.toRealPath().resolve(own));
        FileChannel channel =
                FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OURS.add(path);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException(path.resolve(LOCK) + " cannot be locked; use a disk that knows file locks");
        }
        return new RunnerFolder(path, channel);
    }

    Path path() {
        return path;
    }

    /** Every runner's folder in {@code work/}, sorted. */
    static List<Path> all(Path work) throws IOException {
        try (Stream<Path> entries = Files.list(work.toRealPath())) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(PREFIX))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }

    /** Whether the runner that a folder belongs to is still there. */
    static boolean living(Path folder) throws IOException {
        if (OURS.contains(folder)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            FileLock free = channel.tryLock();
            return free == null;
        } catch (NoSuchFileException e) {
            return false;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /** The claimed files in a folder, sorted. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** Removes the folder of a runner that is gone; one that still holds something stays. */
    static void remove(Path folder) throws IOException {
        if (files(folder).isEmpty()) {
            Files.deleteIfExists(folder.resolve(LOCK));
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                // Whoever put something there knows what it is for.
                return;
            }
        }
    }

    /** Gives the folder up. While a file is still being worked on, the lock stays until the process ends. */
    @Override
    public void close() throws IOException {
        if (Files.isDirectory(path)) {
            if (!files(path).isEmpty()) {
                return;
            }
            remove(path);
        }
        channel.close();
        OURS.remove(path);
    }
}
