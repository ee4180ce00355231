package io.camelsmc.spool;

import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.Sha256;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the files of a spool, by renames alone, so that each is in exactly one folder at any moment: from {@code in/} to
 * {@code work/<runner>/} when it is claimed, from there to {@code done/}, {@code partial/} or {@code rejected/} when every
 * row is final, or back to {@code in/} while rows are pending. What a runner that died has left goes back to {@code in/},
 * or to {@code quarantine/} when too many runners died over it. No file is ever written over.
 */
public final class SpoolWork implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolWork.class);
    private static final String QUARANTINE = "quarantine";
    private static final List<String> ENDS = List.of("done", "partial", "rejected");

    private final Path root;
    private final Path work;
    private final int claims;
    private final SpoolLock lock;
    private @Nullable RunnerFolder runner;

    /**
     * Names the spool; touches nothing.
     *
     * @param claims how many runners may die over a file before it is set aside, at least 1
     */
    public SpoolWork(Path root, int claims) {
        this.root = root.toAbsolutePath().normalize();
        this.work = this.root.resolve("work");
        this.claims = claims;
        this.lock = new SpoolLock(work.resolve(".lock"));
    }

    /** Makes the folders and checks them before a file is taken, since a finished file must be able to leave. */
    public void prepare() throws IOException {
        Files.createDirectories(work);
        for (String name : List.of("in", "done", "partial", "rejected", QUARANTINE)) {
            Path folder = Files.createDirectories(root.resolve(name));
            if (!Files.getFileStore(folder).equals(Files.getFileStore(work))) {
                throw new IOException(
                        folder + " and " + work + " are on different file systems, so a file cannot go from"
                                + " one to the other in one step; put the whole spool on one file system");
            }
        }
        checkWritable();
    }

    private void checkWritable() throws IOException {
        for (String name : List.of("in", "work", "done", "partial", "rejected", QUARANTINE)) {
            Path folder = root.resolve(name);
            if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
                throw new IOException(folder + " is no folder that can be written, so nothing is taken from "
                        + root.resolve("in") + "; make it or mend its permissions");
            }
        }
    }

    /** Takes a file of {@code in/}; empty if another runner was faster. */
    public Optional<Path> claim(Path file) throws IOException {
        checkWritable();
        return lock.holding(() -> {
            Path mine = folder().resolve(file.getFileName());
            if (Files.exists(mine) || !Files.exists(file)) {
                return Optional.<Path>empty();
            }
            try {
                return Optional.of(Files.move(file, mine, StandardCopyOption.ATOMIC_MOVE));
            } catch (NoSuchFileException e) {
                return Optional.<Path>empty();
            }
        });
    }

    private Path folder() throws IOException {
        RunnerFolder own = runner;
        if (own == null || !Files.isDirectory(own.path())) {
            close();
            own = RunnerFolder.open(work);
            runner = own;
        }
        return own.path();
    }

    /** Moves a claimed file to the folder of its end. */
    public Path finish(Path claimed, String end, String name) throws IOException {
        if (!ENDS.contains(end)) {
            throw new IOException(end + " is none of " + ENDS);
        }
        return leave(claimed, end, name);
    }

    /** Moves a claimed file back to where the next pass finds it. */
    public Path giveBack(Path claimed) throws IOException {
        return leave(claimed, "in", claimed.getFileName().toString());
    }

    /** The claim ended as claims should, so that of runners that died before is forgotten. */
    private Path leave(Path claimed, String folder, String name) throws IOException {
        return lock.holding(() -> {
            Path deaths = deaths(claimed);
            Path target = move(claimed, folder, name);
            Files.deleteIfExists(deaths);
            return target;
        });
    }

    /** Takes up what runners that are gone have left, and clears their folders. */
    public void recover() throws IOException {
        List<Path> others = RunnerFolder.all(work);
        RunnerFolder own = runner;
        if (others.isEmpty() || (own != null && others.equals(List.of(own.path())))) {
            return;
        }
        lock.holding(() -> {
            for (Path folder : RunnerFolder.all(work)) {
                if (!RunnerFolder.living(folder)) {
                    for (Path file : RunnerFolder.files(folder)) {
                        takeUp(file);
                    }
                    RunnerFolder.remove(folder);
                }
            }
            return true;
        });
    }

    private void takeUp(Path file) throws IOException {
        String name = file.getFileName().toString();
        Path deaths = deaths(file);
        int died = 1
                + (Files.exists(deaths)
                        ? Integer.parseInt(Files.readString(deaths).strip())
                        : 0);
        if (died >= claims) {
            Path target = move(file, QUARANTINE, name);
            Files.deleteIfExists(deaths);
            LOG.error(
                    "{}: {} runners died while they worked on it, so it is set aside as {}; find out why in their logs,"
                            + " then move it to in/ to try again (jobs that exist are not made twice)",
                    SafeText.excerpt(name),
                    died,
                    SafeText.excerpt(root.relativize(target).toString()));
            return;
        }
        Path target = move(file, "in", name);
        Files.createDirectories(deaths.getParent());
        Files.writeString(work.resolve(".deaths").resolve(key(target)), Integer.toString(died));
        LOG.warn(
                "{}: the runner that worked on it is gone; it is taken up again (try {} of {})",
                SafeText.excerpt(name),
                died + 1,
                claims);
    }

    /** A rename to a name that is free. */
    private Path move(Path file, String folder, String name) throws IOException {
        Path target = root.resolve(folder).resolve(name);
        for (int i = 2; Files.exists(target); i++) {
            int dot = name.lastIndexOf('.');
            String stem = dot > 0 ? name.substring(0, dot) : name;
            target = root.resolve(folder).resolve(stem + "-" + i + name.substring(stem.length()));
        }
        // Not ATOMIC_MOVE, which writes over a file that came there meanwhile by another hand; on one file system both
        // are one rename.
        return Files.move(file, target);
    }

    /** Where it stands how many runners died over a file; a count, never a lock. */
    private Path deaths(Path file) throws IOException {
        return work.resolve(".deaths").resolve(key(file));
    }

    private static String key(Path file) throws IOException {
        return Sha256.hex(file.getFileName() + "\n" + Files.size(file) + "\n"
                        + Files.getLastModifiedTime(file).toMillis())
                .substring(0, 32);
    }

    @Override
    public void close() throws IOException {
        RunnerFolder own = runner;
        runner = null;
        if (own != null) {
            own.close();
        }
    }
}
