package io.camelsmc.takeover;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SafeText;
import io.camelsmc.job.JobDifference;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.plan.Change;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.state.JobRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What will go, or went, from the service into the journal, and what will not and why.
 *
 * @param takeOvers jobs that are taken over
 * @param agreed rows that equal a job which the journal holds, perhaps as the service reported it
 * @param quarantined jobs whose identity is not clear
 * @param rows rows that are not taken over, by what they are instead
 * @param counts further things worth a count
 */
public record TakeOverReport(
        List<TakeOver> takeOvers,
        List<TakeOver> agreed,
        List<Quarantined> quarantined,
        Map<NotTaken, List<Change>> rows,
        Map<String, Integer> counts) {

    private static final int FORMAT_VERSION = 1;
    private static final int MAX_GROUPS = 12;
    private static final int MAX_EACH = 10;

    public TakeOverReport {
        takeOvers = List.copyOf(takeOvers);
        agreed = List.copyOf(agreed);
        quarantined = List.copyOf(quarantined);
    }

    /**
     * Jobs that equal rows.
     *
     * @param records what the journal holds
     * @param observed all jobs of the account
     */
    public static TakeOverReport byRows(
            List<DesiredRow> rows, String account, Collection<JobRecord> records, Collection<ObservedJob> observed) {
        return AdoptedRows.of(rows, account, records, observed);
    }

    /** Jobs of the account that were picked, each with the identity that it has among all jobs of its source. */
    public static TakeOverReport picked(Reconstruction found, Predicate<ObservedJob> picked) {
        int known = (int) found.known().stream().filter(picked).count();
        return new TakeOverReport(
                found.takeOvers().stream().filter(one -> picked.test(one.job())).toList(),
                List.of(),
                found.quarantined().stream()
                        .filter(one -> one.jobs().stream().anyMatch(picked))
                        .toList(),
                Map.of(),
                Map.of("already-in-journal", known));
    }

    /** A whole journal. */
    public static TakeOverReport rebuilt(Reconstruction found) {
        Map<String, Integer> counts = new TreeMap<>();
        counts.put("by-row", (int)
                found.takeOvers().stream().filter(TakeOver::hasRow).count());
        if (found.leaving() > 0) {
            counts.put("deleting", found.leaving());
        }
        return new TakeOverReport(found.takeOvers(), List.of(), found.quarantined(), Map.of(), counts);
    }

    /** Counts by what they count, those of jobs to take over first. */
    private Map<String, Integer> allCounts() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("adopted", takeOvers.size());
        rows.forEach((kind, changes) -> all.put(kind.label(), changes.size()));
        all.put(
                "quarantined",
                quarantined.stream().mapToInt(q -> q.jobs().size()).sum());
        all.putAll(counts);
        return all;
    }

    /** For eyes: counts first, at most 60 lines at any size. */
    public List<String> text(String title) {
        List<String> lines = new ArrayList<>();
        lines.add(title);
        allCounts().forEach((what, count) -> {
            if (count > 0) {
                lines.add(String.format("  %-19s %6d", what.equals("adopted") ? "take over" : what, count));
            }
        });
        Map<String, Integer> groups = new TreeMap<>();
        takeOvers.forEach(
                one -> groups.merge(one.address().wave() + "  " + one.key().region(), 1, Integer::sum));
        if (groups.size() > 1) {
            List<String> waves = new ArrayList<>();
            groups.forEach((group, count) -> waves.add(SafeText.escape(group) + ": " + count));
            section("By wave and region:", waves, MAX_GROUPS, lines);
        }
        section("Takes over:", takeOvers.stream().map(TakeOverReport::line).toList(), MAX_EACH, lines);
        List<String> attention = new ArrayList<>();
        quarantined.forEach(one -> attention.add("quarantined, " + SafeText.escape(one.render())));
        rows.forEach((kind, changes) -> {
            if (kind != NotTaken.UNCHANGED) {
                changes.forEach(change -> attention.add(line(kind, change)));
            }
        });
        section("Needs attention:", attention, MAX_EACH, lines);
        return lines;
    }

    private static void section(String title, List<String> entries, int most, List<String> lines) {
        if (entries.isEmpty()) {
            return;
        }
        lines.add(title);
        entries.stream().limit(most).forEach(entry -> lines.add("  " + entry));
        if (entries.size() > most) {
            lines.add("  … and " + (entries.size() - most) + " more; --json has all of them");
        }
    }

    private static String line(TakeOver one) {
        return SafeText.escape(one.address() + ": job " + one.job().label() + ", source "
                + one.key().sourceId() + ", generation " + one.key().generation()
                + (one.hasRow() ? ", equals its row" : ", as the service reports it"));
    }

    private static String line(NotTaken kind, Change change) {
        String row = change.position() + " " + change.address();
        return switch (kind) {
            case NOTHING_TO_ADOPT -> SafeText.escape(row + ": nothing to adopt; smc apply creates the job");
            case RECORDED_OTHERWISE ->
                SafeText.escape(row + ": job " + change.jobId()
                        + " is in the journal as another generation of its source; give the row that generation");
            case INVALID ->
                change.problems().stream()
                        .filter(Diagnostic::isError)
                        .map(Diagnostic::render)
                        .findFirst()
                        .orElse("invalid");
            case CONFLICT, PENDING, UNCHANGED -> SafeText.escape(change.render());
        };
    }

    /** Everything, keys and entries in a fixed order. */
    public String json(String account, String state) {
        ObjectNode object = new ObjectMapper().createObjectNode();
        object.put("format_version", FORMAT_VERSION);
        object.put("account", account);
        object.put("state", state);
        ObjectNode numbers = object.putObject("counts");
        allCounts().forEach(numbers::put);
        ArrayNode adopted = object.putArray("adopted");
        for (TakeOver one : takeOvers) {
            adopted.addObject()
                    .put("address", one.address().toString())
                    .put("job_id", one.job().jobId())
                    .put("status", one.job().status())
                    .put("source_id", one.key().sourceId())
                    .put("region", one.key().region())
                    .put("generation", one.key().generation())
                    .put("by_row", one.hasRow());
        }
        ArrayNode unclear = object.putArray("quarantined");
        for (Quarantined one : quarantined) {
            ObjectNode entry =
                    unclear.addObject().put("source_id", one.sourceId()).put("region", one.region());
            ArrayNode jobs = entry.putArray("jobs");
            for (ObservedJob job : one.jobs()) {
                jobs.addObject()
                        .put("job_id", job.jobId())
                        .put("name", job.attributes().name())
                        .put("status", job.status());
            }
            entry.put("why", one.why()).put("advice", one.advice());
        }
        ArrayNode others = object.putArray("rows");
        rows.forEach((kind, changes) -> changes.forEach(change -> row(kind, change, others.addObject())));
        return object.toString();
    }

    private static void row(NotTaken kind, Change change, ObjectNode entry) {
        entry.put("address", change.address().toString())
                .put("file", change.position().source())
                .put("line", change.position().line())
                .put("outcome", kind.label())
                .put("reason", change.reason().label())
                .put("job_id", change.jobId());
        ArrayNode differences = entry.putArray("differences");
        for (JobDifference difference : change.differences()) {
            differences
                    .addObject()
                    .put("field", difference.field().specName())
                    .put("wanted", difference.wanted())
                    .put("found", difference.found());
        }
        ArrayNode problems = entry.putArray("problems");
        change.problems().stream().filter(Diagnostic::isError).forEach(problem -> problems.add(problem.render()));
    }

    /** Whether a person must see to some row or some job. */
    public boolean needsAttention() {
        return !quarantined.isEmpty() || rows.keySet().stream().anyMatch(NotTaken::failed);
    }

    /** Whether some row waits for an apply that resolves an earlier request. */
    public boolean incomplete() {
        return rows.containsKey(NotTaken.PENDING);
    }
}
