package io.camelsmc.run;

import io.camelsmc.account.AccountReader;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.job.JobStatus;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.lifecycle.TrackedJob;
import io.camelsmc.plan.Selection;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.StateView;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Looks at the jobs of a journal as they stand. */
final class JobLook {

    /** Sources that one call can name. Those of a wave in trouble are few; all sources of a large account are many calls. */
    private static final int SOURCES = 50;

    /** The order of the sheets, wave by wave; jobs that no row made come last. */
    private static final Comparator<JobRecord> BY_SHEET = Comparator.comparing(
                    (JobRecord record) -> record.address().wave())
            .thenComparing(
                    JobRecord::origin,
                    Comparator.nullsLast(
                            Comparator.comparing(SourcePosition::source).thenComparingInt(SourcePosition::line)))
            .thenComparing(record -> record.address().toString())
            .thenComparing(record -> record.key().sourceId())
            .thenComparingInt(record -> record.key().generation());

    private final AccountReader reader;

    JobLook(AccountReader reader) {
        this.reader = reader;
    }

    /** The records of a journal that a selection takes and that have a job, in the order of the sheets. */
    static List<JobRecord> selected(StateView state, Selection selection) {
        return state.list().stream()
                .filter(record -> record.state().jobExists())
                .filter(record -> selection.takes(known(record), record.jobId()))
                .sorted(BY_SHEET)
                .toList();
    }

    private static ReplicationJobSpec known(JobRecord record) {
        return CanonicalParameters.spec(record.parameters()).toBuilder()
                .set(SpecField.SOURCE_ID, record.key().sourceId())
                .set(SpecField.REGION_ID, record.key().region())
                .set(SpecField.WAVE, record.address().wave())
                .set(SpecField.NAME, record.address().name())
                .build();
    }

    /** Some jobs, 50 a call, and nothing else of the account. */
    List<TrackedJob> at(List<JobRecord> records) throws SmcException {
        return tracked(records, reader.byIds(ids(records)));
    }

    /** Every job of the account. */
    AccountReader.Census account(List<JobRecord> records) throws SmcException {
        return reader.everyJob(ids(records));
    }

    static List<String> ids(Collection<JobRecord> records) {
        return records.stream()
                .map(JobRecord::jobId)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Records with their jobs. */
    static List<TrackedJob> tracked(List<JobRecord> records, Collection<ObservedJob> jobs) {
        Map<String, ObservedJob> byId = new HashMap<>();
        jobs.forEach(job -> byId.put(job.jobId(), job));
        return records.stream()
                .map(record -> new TrackedJob(record, byId.get(record.jobId()), null))
                .toList();
    }

    /** The same jobs, with the sources of those that are asked for; at most the first {@value #SOURCES} of them, in one call. */
    List<TrackedJob> withSources(List<TrackedJob> jobs, Predicate<TrackedJob> asked) throws SmcException {
        TreeSet<String> ids = new TreeSet<>();
        for (TrackedJob job : jobs) {
            if (ids.size() < SOURCES && asked.test(job)) {
                ids.add(job.record().key().sourceId());
            }
        }
        if (ids.isEmpty()) {
            return jobs;
        }
        Map<String, ObservedSource> sources = new HashMap<>();
        reader.sources(ids).forEach(source -> sources.put(source.sourceId(), source));
        return jobs.stream()
                .map(job -> job.with(sources.get(job.record().key().sourceId())))
                .toList();
    }

    /** Whether the source of a job could be why it does not go on. */
    static boolean troubled(TrackedJob job) {
        return job.status() == JobStatus.IN_ERROR || job.status() == JobStatus.STOPPED;
    }
}
