package io.camelsmc.takeover;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SafeText;
import io.camelsmc.job.JobDifference;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.plan.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What will go, or went, from the service into the journal, and what will not and why.
 *
 * @param takeOvers jobs that are taken over
 * @param quarantined jobs whose identity is not clear
 * @param rows rows that are not taken over, by what they are instead
 * @param counts further things worth a count
 */
public record TakeOverReport(
        List<TakeOver> takeOvers,
        List<Quarantined> quarantined,
        Map<String, List<Change>> rows,
        Map<String, Integer> counts) {

    private static final int FORMAT_VERSION = 1;
    private static final int MAX_GROUPS = 12;
    private static final int MAX_EACH = 10;

    /** Counts by what they count, those of jobs to take over first. */
    private Map<String, Integer> allCounts() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("adopted", takeOvers.size());
        rows.forEach((outcome, changes) -> all.put(outcome, changes.size()));
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
        rows.forEach((outcome, changes) -> {
            if (!outcome.equals("unchanged")) {
                changes.forEach(change -> attention.add(line(outcome, change)));
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

    private static String line(String outcome, Change change) {
        if (outcome.equals("nothing-to-adopt")) {
            return SafeText.escape(
                    change.position() + " " + change.address() + ": nothing to adopt; smc apply makes it");
        }
        if (outcome.equals("recorded-otherwise")) {
            return SafeText.escape(change.position() + " " + change.address() + ": job " + change.jobId()
                    + " is in the journal as another generation of its source; give the row that generation");
        }
        if (outcome.equals("invalid")) {
            return change.problems().stream()
                    .filter(Diagnostic::isError)
                    .map(Diagnostic::render)
                    .findFirst()
                    .orElse("invalid");
        }
        return SafeText.escape(change.render());
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
        rows.forEach((outcome, changes) -> changes.forEach(change -> row(outcome, change, others.addObject())));
        return object.toString();
    }

    private static void row(String outcome, Change change, ObjectNode entry) {
        entry.put("address", change.address().toString())
                .put("file", change.position().source())
                .put("line", change.position().line())
                .put("outcome", outcome)
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

    /** What the command ends with once the rest is written. */
    public ExitCode exitCode() {
        List<ExitCode> findings = new ArrayList<>();
        if (!quarantined.isEmpty()
                || List.of("conflict", "invalid", "recorded-otherwise").stream().anyMatch(rows::containsKey)) {
            findings.add(ExitCode.ROWS_FAILED);
        }
        if (rows.containsKey("pending")) {
            findings.add(ExitCode.INCOMPLETE);
        }
        return ExitCode.of(findings);
    }
}
