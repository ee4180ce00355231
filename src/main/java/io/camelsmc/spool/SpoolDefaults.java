package io.camelsmc.spool;

import io.camelsmc.diag.AbortException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.spec.read.Defaults;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The defaults of the waves in a spool: those named on the command line, those beside the inputs, or those that lie in
 * {@code in/}. A row must mean the same to {@code run} as to {@code plan}. What belongs to an input is kept beside its
 * copy, as a hidden file, for as long as the copy waits: rows that are still pending are then read with the same defaults.
 */
public final class SpoolDefaults {

    private final Spool spool;
    private final Path kept;
    private final Path own;

    public SpoolDefaults(Spool spool) {
        this.spool = spool;
        this.kept = spool.root().resolve("in").resolve("." + Defaults.FILE_NAME);
        this.own = spool.root().resolve("in").resolve(Defaults.FILE_NAME);
    }

    /**
     * Decides, and keeps a copy of what comes from elsewhere.
     *
     * @param given the file that was named; null when none was
     * @param inputs files that are about to be dropped
     * @return the file to use; null for none
     * @throws AbortException if the waves of the spool would be read with defaults that are not theirs
     */
    @Nullable
    public Path choose(@Nullable Path given, List<Path> inputs, PrintWriter err) {
        try {
            boolean waiting = !spool.unfinished().isEmpty();
            if (!waiting) {
                Files.deleteIfExists(kept);
            }
            Path wanted = given == null ? beside(inputs) : given;
            Path present = Files.isRegularFile(kept) ? kept : Files.isRegularFile(own) ? own : null;
            boolean newcomers = !inputs.isEmpty() && (waiting || present != null);
            if (newcomers && given == null && !same(wanted, present) && (waiting || wanted != null)) {
                throw AbortException.cannotRun(
                        "the input has " + shown(wanted) + ", what lies in " + own.getParent() + " has "
                                + shown(present)
                                + "; finish that first (run without --input), or name the defaults of both with"
                                + " --defaults");
            }
            if (wanted != null) {
                check(wanted, err);
                Files.copy(wanted, kept, StandardCopyOption.REPLACE_EXISTING);
                return kept;
            }
            return present;
        } catch (IOException e) {
            throw AbortException.cannotRun(
                    "cannot keep the defaults in " + kept + " (" + e.getMessage() + "); choose another --spool", e);
        }
    }

    /** Forgets the copy once nothing waits for it. */
    public void release() throws IOException {
        if (spool.unfinished().isEmpty()) {
            Files.deleteIfExists(kept);
        }
    }

    /** The defaults beside the inputs, which must be the same for all of them. */
    private static @Nullable Path beside(List<Path> inputs) throws IOException {
        Path first = null;
        for (int i = 0; i < inputs.size(); i++) {
            Path file = inputs.get(i).resolveSibling(Defaults.FILE_NAME);
            Path found = Files.isRegularFile(file) ? file : null;
            if (i > 0 && !same(first, found)) {
                throw AbortException.wrongUsage(inputs.get(0) + " and " + inputs.get(i)
                        + " have different defaults beside them; run them one after"
                        + " the other, or name one file for both with --defaults");
            }
            first = i == 0 ? found : first;
        }
        return first;
    }

    private static boolean same(@Nullable Path a, @Nullable Path b) throws IOException {
        return (a == null || b == null) ? Objects.equals(a, b) : Files.mismatch(a, b) < 0;
    }

    private static String shown(@Nullable Path defaults) {
        return defaults == null ? "no defaults" : "the defaults of " + defaults;
    }

    private static void check(Path file, PrintWriter err) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw AbortException.cannotRun("cannot read " + file + " (no such file); check --defaults");
        }
        try {
            Defaults.load(file);
        } catch (DamagedInputException e) {
            e.diagnostics().stream().map(Diagnostic::render).forEach(err::println);
            throw AbortException.cannotRun("the defaults cannot be used; mend them and run again", e);
        }
    }
}
