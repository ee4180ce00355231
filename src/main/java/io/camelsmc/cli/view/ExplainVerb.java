package io.camelsmc.cli.view;

import io.camelsmc.job.JobStatus;
import io.camelsmc.job.Verb;
import io.camelsmc.job.VerbMatrix;
import io.camelsmc.job.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a verb does to a job, status by status. */
public final class ExplainVerb {

    private ExplainVerb() {}

    /** The verb of a word, such as {@code cutover}. */
    public static Optional<Verb> named(String word) {
        for (Verb verb : Verb.values()) {
            if (verb.label().equalsIgnoreCase(word)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }

    /** The lines about it. */
    public static List<String> lines(Verb verb) {
        List<String> lines = new ArrayList<>();
        lines.add("smc " + verb.label());
        for (JobStatus status : JobStatus.values()) {
            if (status != JobStatus.UNKNOWN) {
                Verdict verdict = VerbMatrix.of(verb, status);
                lines.add(String.format(
                        Locale.ROOT,
                        "  %-9s %-8s %s",
                        status.label(),
                        verdict.kind().label(),
                        verdict.text()));
            }
        }
        switch (verb) {
            case START ->
                lines.add("  At most --running-quota jobs of the account run at once, and the source must be online.");
            case STOP -> lines.add("  Running: only while it is Syncing; in another phase it waits.");
            case CUT_OVER -> lines.add("  A job that migrates once finishes by itself and is refused.");
            case DELETE -> lines.add("  Images, target instances and source servers stay.");
            case EXTEND -> lines.add("  At most 90 days from the creation of the job.");
        }
        return lines;
    }
}
