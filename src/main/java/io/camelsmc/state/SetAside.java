package io.camelsmc.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Moves a state's database out of the way under its lock, with everything that SQLite keeps beside it. */
final class SetAside {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final List<String> PARTS = List.of("", "-wal", "-shm");

    private SetAside() {}

    /** The database itself goes first: what is left without it is refused, never read as something older. */
    static Optional<Path> underLock(Path directory, Instant now) {
        String name = SqliteDatabase.FILE + ".aside-" + STAMP.format(now);
        boolean moved = false;
        try {
            for (String part : PARTS) {
                Path from = directory.resolve(SqliteDatabase.FILE + part);
                if (Files.exists(from)) {
                    Files.move(from, directory.resolve(name + part), StandardCopyOption.ATOMIC_MOVE);
                    moved = true;
                }
            }
            return moved ? Optional.of(directory.resolve(name)) : Optional.empty();
        } catch (IOException e) {
            throw new JournalException(
                    "cannot set the files of state " + SqliteFiles.show(directory) + " aside ("
                            + e.getClass().getSimpleName() + "); check the disk and its permissions",
                    e);
        }
    }
}
