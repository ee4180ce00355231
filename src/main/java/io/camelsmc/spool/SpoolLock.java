package io.camelsmc.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one process, and one thread of it, decide about names in a spool at a time. The operating system holds the lock and
 * frees it with the process, so none is ever left behind. Held for renames only, never while rows are worked on.
 */
final class SpoolLock {

    /** Locks of files belong to the whole virtual machine; its threads take turns by this one. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path file;

    SpoolLock(Path file) {
        this.file = file;
    }

    /** A step on the names of the spool. */
    interface Step<T> {
        T take() throws IOException;
    }

    <T> T holding(Step<T> step) throws IOException {
        THREADS.lock();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (!held.isValid()) {
                throw new IOException(file + " cannot be locked");
            }
            return step.take();
        } finally {
            THREADS.unlock();
        }
    }
}
