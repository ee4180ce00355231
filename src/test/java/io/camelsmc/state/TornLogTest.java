package io.camelsmc.state;

import static io.camelsmc.state.Samples.granted;
import static io.camelsmc.state.Samples.intent;
import static io.camelsmc.state.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Case S3: power fails while the write-ahead log is written, at any byte. */
class TornLogTest {

    private static final int COMMITS = 12;
    private static final int CUTS = 25;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    /** What was committed before the cut is there, nothing half-written is, and the journal goes on. */
    @Test
    void opensWithAPrefixOfTheCommitsWhereverTheLogIsTorn() throws Exception {
        Path whole = temporary.resolve("whole");
        Path crashed = Files.createDirectories(temporary.resolve("crashed"));
        long[] ends = new long[COMMITS];
        try (Journal journal = Journals.open(whole.toString())) {
            for (int i = 0; i < COMMITS; i++) {
                granted(journal, intent(key("s-" + i), 0));
                ends[i] = Files.size(whole.resolve("journal.db-wal"));
            }
            copy(whole, crashed);
        }
        Random random = new Random(11);
        long size = Files.size(crashed.resolve("journal.db-wal"));
        for (int cut = 0; cut < CUTS; cut++) {
            Path torn = Files.createDirectories(temporary.resolve("torn-" + cut));
            copy(crashed, torn);
            long length = ends[0] + random.nextLong(size - ends[0] + 1);
            boolean garbage = random.nextBoolean();
            try (RandomAccessFile log =
                    new RandomAccessFile(torn.resolve("journal.db-wal").toFile(), "rw")) {
                log.setLength(length);
                if (garbage) {
                    log.seek(length);
                    log.write(new byte[4_096]);
                }
            }

            try (Journal journal = Journals.open(torn.toString())) {
                int kept = journal.list().size();
                int whollyWritten = (int) IntStream.range(0, COMMITS)
                        .filter(i -> ends[i] <= length)
                        .count();
                assertThat(kept).as("log cut at %d of %d", length, size).isEqualTo(whollyWritten);
                TreeSet<String> expected = new TreeSet<>();
                IntStream.range(0, kept).forEach(i -> expected.add("s-" + i));
                assertThat(journal.list())
                        .extracting(record -> record.key().sourceId())
                        .containsExactlyInAnyOrderElementsOf(expected);
                assertThat(granted(journal, intent(key("s-next"), 0)).version()).isEqualTo(1);
            }
        }
    }

    private static void copy(Path from, Path to) throws Exception {
        for (String name : new String[] {"journal.db", "journal.db-wal"}) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }
}
