package io.camelsmc.state;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest extends VerbsContract {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Override
    String state() {
        return directory.resolve("state").toString();
    }
}
