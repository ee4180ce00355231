package io.camelsmc.job;

import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a job of the service is the job of a row. The one place that decides it: plans, runs and takeovers give the same
 * answer about the same row. Filters of the service may match loosely, so everything is compared here: source and name
 * exactly, the other fields as far as the service reports them. Pure.
 */
public sealed interface JobMatch {

    /** The job has the values of the row and belongs to no other record, so the row may have it. */
    record Ours(ObservedJob job) implements JobMatch {}

    /** A job that stands where the job of the row should be. */
    sealed interface InTheWay extends JobMatch {

        ObservedJob job();

        /** In what it is not as the row wants it. */
        List<JobDifference> differences();
    }

    /**
     * A job that is not the row's.
     *
     * @param holds what it holds that the row needs
     */
    record Other(ObservedJob job, Holds holds, List<JobDifference> differences) implements InTheWay {
        public Other {
            differences = List.copyOf(differences);
        }
    }

    /** A finished job that has the values of the row but may belong to an earlier generation. */
    record Ambiguous(ObservedJob job) implements InTheWay {

        @Override
        public List<JobDifference> differences() {
            return List.of();
        }
    }

    /** No such job was found. By itself this does not prove that there is none. */
    record Absent() implements JobMatch {}

    /** What a job holds that a row needs. */
    enum Holds {
        /** The source, which takes one unfinished job at a time. */
        SOURCE,
        /** The job itself is recorded in the journal as another generation of the source. */
        GENERATION,
        /** The name, which is unique in an account. */
        NAME,
        /** The image name, which is unique among the unfinished jobs of a region. */
        IMAGE_NAME
    }

    /**
     * Looks for the job of a row among jobs of its source; jobs of other sources are passed over.
     *
     * @param wanted the spec as sent, name included
     * @param recordedOtherwise whether the journal holds the job of an id as another generation of the source
     */
    static JobMatch among(
            JobKey key, ReplicationJobSpec wanted, Collection<ObservedJob> jobs, Predicate<String> recordedOtherwise) {
        Ours ours = null;
        InTheWay other = null;
        for (ObservedJob job : jobs) {
            if (!key.sourceId().equals(job.sourceId())) {
                continue;
            }
            JobMatch match = of(key, wanted, job, recordedOtherwise);
            if (match instanceof Ours found) {
                ours = closer(ours, found.job()) ? found : ours;
            } else if (match instanceof InTheWay found && (job.unfinished() || named(wanted, job))) {
                other = closer(other, job) ? found : other;
            }
        }
        return ours != null ? ours : other != null ? other : new Absent();
    }

    /** Of several jobs the unfinished one counts; else the first. */
    private static boolean closer(@Nullable JobMatch known, ObservedJob job) {
        ObservedJob before =
                known instanceof Ours ours ? ours.job() : known instanceof InTheWay other ? other.job() : null;
        return before == null || (job.unfinished() && !before.unfinished());
    }

    /** Judges one job that stands in the way of a row for whatever reason. */
    static JobMatch of(JobKey key, ReplicationJobSpec wanted, ObservedJob job, Predicate<String> recordedOtherwise) {
        List<JobDifference> differences = JobDifference.between(wanted, job.attributes());
        boolean sameSource = key.sourceId().equals(job.sourceId());
        if (!sameSource || !named(wanted, job) || !differences.isEmpty()) {
            Holds holds =
                    sameSource && job.unfinished() ? Holds.SOURCE : named(wanted, job) ? Holds.NAME : Holds.IMAGE_NAME;
            return new Other(job, holds, differences);
        }
        if (recordedOtherwise.test(job.jobId())) {
            return new Other(job, Holds.GENERATION, List.of());
        }
        return mayBeOurs(key, wanted, job) ? new Ours(job) : new Ambiguous(job);
    }

    private static boolean named(ReplicationJobSpec wanted, ObservedJob job) {
        return wanted.name() != null && wanted.name().equals(job.name());
    }

    /** A finished job under a name of the user's may be that of an earlier generation; a derived name names its own. */
    private static boolean mayBeOurs(JobKey key, ReplicationJobSpec wanted, ObservedJob job) {
        return job.unfinished() || key.generation() == 0 || key.derivedName().equals(wanted.name());
    }
}
