package io.camelsmc.run;

import io.camelsmc.job.ObservedJob;
import io.camelsmc.spec.DesiredRow;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs a {@link TakeOverRun} takes over.
 *
 * @param rows jobs that equal these rows; null for jobs that are picked
 * @param picked whether a job is picked
 * @param jobIds ids that must be there
 */
public record TakeOverOptions(@Nullable List<DesiredRow> rows, Predicate<ObservedJob> picked, Set<String> jobIds) {

    public TakeOverOptions {
        jobIds = Set.copyOf(jobIds);
    }

    /** Jobs that equal some rows. */
    public static TakeOverOptions ofRows(List<DesiredRow> rows) {
        return new TakeOverOptions(List.copyOf(rows), job -> false, Set.of());
    }

    /** Jobs as they are. */
    public static TakeOverOptions picked(Predicate<ObservedJob> picked, Set<String> jobIds) {
        return new TakeOverOptions(null, picked, jobIds);
    }
}
