package io.camelsmc.run;

import io.camelsmc.account.AccountReader;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.read.SpecCsvColumns;
import io.camelsmc.spec.read.SpecCsvWriter;
import io.camelsmc.spec.read.SpecReader;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.StateView;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of an account as a sheet that plans as they are: a job that the journal holds stands there as it was sent, any
 * other as the service reports it. What the sheet cannot ask for again, such as times that are gone, stands in columns
 * that are ignored on the way in. Of several jobs of one source one takes part, the others are parked.
 */
public final class ServiceExport {

    private static final List<String> REMARKS = List.of("_job_id", "_status", "_start_at", "_valid_until");

    private final Map<String, JobRecord> journal = new HashMap<>();

    public ServiceExport(StateView state) {
        for (JobRecord record : state.list()) {
            if (record.jobId() != null && record.state().jobExists()) {
                journal.put(record.jobId(), record);
            }
        }
    }

    private record Row(ReplicationJobSpec spec, List<String> remarks) {}

    /** Reads the jobs that are meant, those that hold their source first. */
    public List<ObservedJob> jobs(SmcClient client, Predicate<ObservedJob> filter) throws SmcException {
        return new AccountReader(client)
                .jobs(List.of()).stream()
                        .filter(filter)
                        .sorted(Comparator.comparing((ObservedJob job) -> !job.unfinished()))
                        .toList();
    }

    /** Writes the sheet; a job that a sheet cannot hold goes to the sink instead. */
    public void write(List<ObservedJob> jobs, Writer target, Consumer<Diagnostic> losses) throws IOException {
        Set<String> taken = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        SpecCsvColumns columns = new SpecCsvColumns();
        for (ObservedJob job : jobs) {
            ReplicationJobSpec spec = spec(job);
            String identity = spec.sourceId() + "\n" + spec.regionId() + "\n" + spec.generation();
            if (!taken.add(identity)) {
                spec = spec.toBuilder().set(SpecField.ENABLED, false).build();
            }
            columns.add(spec, Map.of());
            rows.add(new Row(spec, remarks(job)));
        }
        try (SpecCsvWriter writer = new SpecCsvWriter(target, columns, REMARKS)) {
            for (Row row : rows) {
                writer.write(row.spec, Map.of(), row.remarks).ifPresent(losses);
            }
        }
    }

    private ReplicationJobSpec spec(ObservedJob job) {
        JobRecord record = journal.get(job.jobId());
        ReplicationJobSpec sent = record == null ? null : sent(record);
        if (sent != null) {
            return sent;
        }
        return job.attributes().toBuilder()
                .set(SpecField.SCHEDULED_START_TIME, null)
                .set(SpecField.VALID_TIME, null)
                .build();
    }

    /** The row as it was sent; null if it cannot be told from the journal. */
    private static @Nullable ReplicationJobSpec sent(JobRecord record) {
        try {
            ReplicationJobSpec.Builder spec = SpecReader.ofMap(record.parameters(), record.name()).toBuilder();
            String wave = record.address().wave();
            spec.set(SpecField.WAVE, wave.equals("-") ? null : wave);
            int generation = record.key().generation();
            spec.set(SpecField.GENERATION, generation == 0 ? null : generation);
            ReplicationJobSpec whole = spec.build();
            return CanonicalParameters.digest(whole).equals(record.digest()) ? whole : null;
        } catch (InvalidSpecException e) {
            return null;
        }
    }

    private static List<String> remarks(ObservedJob job) {
        ReplicationJobSpec attributes = job.attributes();
        return List.of(
                job.jobId(), text(job.status()), text(attributes.scheduledStartTime()), text(attributes.validTime()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
