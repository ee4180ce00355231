package io.camelsmc.state;

import io.camelsmc.diag.SafeText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One runner per state directory: an operating-system lock on the file {@code lock}, released by the kernel when its
 * process dies. The file's text only tells who holds it; that it exists means nothing.
 */
final class RunnerLock implements AutoCloseable {

    static final String FILE = "lock";

    private static final int LINES = 3;

    /** Beyond the text, so that the text can be read where locks forbid reading. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /**
     * What this process holds. On Unix, closing any channel of a file drops every lock that the process has on it, so a
     * second opener in this process must not even touch the file.
     */
    private static final Map<Path, ThisProcess> HELD = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;

    private RunnerLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static RunnerLock acquire(Path directory, ThisProcess me) {
        try {
            Path file = directory.toRealPath().resolve(FILE);
            ThisProcess holder = HELD.putIfAbsent(file, me);
            if (holder != null) {
                throw held(directory, holder.lines());
            }
            boolean acquired = false;
            try {
                RunnerLock lock = new RunnerLock(file, lock(directory, file, me));
                acquired = true;
                return lock;
            } finally {
                if (!acquired) {
                    HELD.remove(file);
                }
            }
        } catch (IOException e) {
            throw new JournalException(
                    "cannot lock state " + SqliteFiles.show(directory) + " ("
                            + e.getClass().getSimpleName() + "); check that this user may write to the directory",
                    e);
        }
    }

    private static FileChannel lock(Path directory, Path file, ThisProcess me) throws IOException {
        SqliteFiles.createPrivately(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            if (tryLock(channel) == null) {
                throw held(directory, Files.readString(file));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(me.lines().getBytes(StandardCharsets.UTF_8)), 0);
            locked = true;
            return channel;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    /** The lock, or null when somebody has it: another process, or this one through another class loader. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static StateLockedException held(Path directory, String holder) {
        String who = holder.lines().limit(LINES).map(SafeText::excerpt).collect(Collectors.joining(", "));
        return new StateLockedException("state " + SqliteFiles.show(directory) + " is held by another runner (" + who
                + "); wait until it ends or stop that process, its lock ends with it");
    }

    /** Fails when the lock was given back. */
    void requireHeld() {
        if (!channel.isOpen()) {
            throw new JournalException("the lock of the state was given back");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new JournalException("cannot release the lock of the state", e);
        } finally {
            HELD.remove(file);
        }
    }
}
