package io.camelsmc.provision;

import io.camelsmc.diag.SafeText;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import io.camelsmc.state.Journal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last place left for a job that exists but cannot be recorded: standard error, and a file beside the state or, when
 * that cannot be written either, in the directory for temporary files. For people; the intent in the journal leads the
 * next run to the job. Never throws.
 */
final class EmergencyRecord {

    static final String FILE = "smc-emergency.txt";

    private final Journal journal;
    private final PrintStream errors;
    private final Path fallback;

    EmergencyRecord(Journal journal, PrintStream errors, Path fallback) {
        this.journal = journal;
        this.errors = errors;
        this.fallback = fallback;
    }

    void keep(JobRecord intent, JobState state, @Nullable String jobId, @Nullable String requestId, Instant now) {
        String line = now + " could not record " + state + ": job=" + text(jobId) + " source="
                + text(intent.key().sourceId()) + " region=" + text(intent.key().region()) + " generation="
                + intent.key().generation() + " name=" + text(intent.name()) + " token="
                + text(intent.token().value()) + " requestId=" + text(requestId)
                + "; free the storage of the state and run the same command again, which adopts the job";
        errors.println("smc: " + line);
        errors.flush();
        if (!append(besideState(), line)) {
            append(fallback, line);
        }
    }

    private @Nullable Path besideState() {
        try {
            Path state = Path.of(journal.info().location());
            Path directory = Files.isDirectory(state) ? state : state.getParent();
            return directory != null && Files.isDirectory(directory) ? directory : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static boolean append(@Nullable Path directory, String line) {
        if (directory == null) {
            return false;
        }
        try {
            Files.writeString(
                    directory.resolve(FILE),
                    line + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC,
                    LinkOption.NOFOLLOW_LINKS);
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "-" : SafeText.escape(value);
    }
}
