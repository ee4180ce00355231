package io.camelsmc.state;

import io.camelsmc.diag.SafeText;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * The files of a state directory: private to their owner, checked before anything is opened. Never opens a database
 * file: closing it would drop the locks that SQLite holds in this process.
 */
final class SqliteFiles {

    private static final boolean POSIX =
            Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");

    private SqliteFiles() {}

    /** A path as shown to people. */
    static String show(Path path) {
        return SafeText.escape(path.toString());
    }

    static void createDirectory(Path directory) {
        try {
            Files.createDirectories(directory, privately("rwx------"));
        } catch (FileAlreadyExistsException e) {
            throw new JournalException(
                    show(directory) + " is a file; a state is a directory; choose another --state", e);
        } catch (IOException e) {
            throw new JournalException("cannot create state " + show(directory) + ": " + reason(e), e);
        }
    }

    /**
     * Refuses a directory that this user may not write to, or one with another user's database. The directory itself may
     * belong to somebody else, as mounted volumes do.
     */
    static void requireOwnState(Path directory) {
        requireWritable(directory);
        try {
            Path probe = Files.createTempFile(directory, ".probe", "");
            UserPrincipal me = Files.getOwner(probe);
            Files.delete(probe);
            Path database = directory.resolve(SqliteDatabase.FILE);
            if (Files.exists(database)) {
                requireOwner(database, me);
            }
        } catch (IOException e) {
            throw new JournalException("cannot write to state " + show(directory) + ": " + reason(e), e);
        }
    }

    private static void requireOwner(Path path, UserPrincipal me) throws IOException {
        UserPrincipal owner = Files.getOwner(path);
        if (!owner.equals(me)) {
            throw new JournalException(show(path) + " belongs to user " + SafeText.excerpt(owner.getName())
                    + ", this is user " + SafeText.excerpt(me.getName())
                    + "; nothing was changed; run as its owner, or change the owner");
        }
    }

    /** Looks at the permission itself too: the superuser may write, but was not meant to. */
    static void requireWritable(Path path) {
        try {
            boolean readOnly = POSIX && !Files.getPosixFilePermissions(path).contains(PosixFilePermission.OWNER_WRITE);
            if (readOnly || !Files.isWritable(path)) {
                throw new JournalException(show(path)
                        + " is read-only; nothing was changed; make it writable (chmod u+w) or choose another --state");
            }
        } catch (IOException e) {
            throw new JournalException("cannot look at " + show(path) + ": " + reason(e), e);
        }
    }

    /** Refuses what cannot be a database: nothing at all, or not a file. */
    static void requireFile(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw DamageException.state(show(file), "it is not a regular file", null);
            }
            if (Files.size(file) == 0) {
                throw DamageException.state(show(file), "the file is empty", null);
            }
        } catch (IOException e) {
            throw new JournalException("cannot look at " + show(file) + ": " + reason(e), e);
        }
    }

    /** Creates an empty file that only its owner may read, unless it exists. */
    static void createPrivately(Path file) throws IOException {
        try {
            Files.createFile(file, privately("rw-------"));
        } catch (FileAlreadyExistsException e) {
            // As good as created.
        }
    }

    /** Gives a finished file its final name, durably. Only for a file that no database connection has open. */
    static void publish(Path made, Path directory, String name) throws IOException {
        force(made, StandardOpenOption.WRITE);
        Files.move(made, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        if (POSIX) {
            force(directory, StandardOpenOption.READ);
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] privately(String permissions) {
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
        return POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)} : new FileAttribute<?>[0];
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + "; check the path and its permissions";
    }
}
