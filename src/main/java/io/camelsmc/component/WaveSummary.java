package io.camelsmc.component;

import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.JsonForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of the rows of one wave: counts by outcome or error class. Every row read must be counted exactly once, or
 * the wave is not accounted for. Safe to share between threads.
 */
public final class WaveSummary implements JsonForm {

    private static final long serialVersionUID = 1L;

    /** Label of a row that ended in a failure no error class describes. */
    public static final String UNACCOUNTED = "unaccounted";

    private static final Set<String> GOOD = Set.of("created", "adopted", "unchanged", "updated");
    private static final Set<String> FINAL_FAILURES = Set.of("invalid", "rejected", "conflict", "failed");
    private static final Set<String> LEFT_OUT = Set.of("skipped");

    private final String source;
    private final long rows;
    private final transient Map<String, Long> counts = new TreeMap<>();
    private transient boolean settled;

    /**
     * Begins to count.
     *
     * @param source name of the file or message, as shown to people
     * @param rows rows that were read
     */
    public WaveSummary(String source, long rows) {
        this.source = source;
        this.rows = rows;
    }

    /** From now on what became of each row is known; what follows is its reports. */
    synchronized void settle() {
        settled = true;
    }

    synchronized boolean settled() {
        return settled;
    }

    /** Counts one row under its outcome or error class. */
    public synchronized void count(String label) {
        counts.merge(label, 1L, Long::sum);
    }

    public String source() {
        return source;
    }

    public long rows() {
        return rows;
    }

    /** Rows by outcome or error class, sorted by label; labels without rows are left out. */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** Rows under one label. */
    public synchronized long rowsOf(String label) {
        return counts.getOrDefault(label, 0L);
    }

    /** Rows that reached a good final state. */
    public long good() {
        return sum(GOOD);
    }

    /** Rows that reached a final state in which nobody but a person can help. */
    public long failed() {
        return sum(FINAL_FAILURES);
    }

    /** Rows that the route left out on purpose. */
    public long skipped() {
        return sum(LEFT_OUT);
    }

    /** Whether a row of this label has its job. */
    public static boolean isGood(String label) {
        return GOOD.contains(label);
    }

    /** Whether nobody but a person can help a row of this label. */
    public static boolean isFailed(String label) {
        return FINAL_FAILURES.contains(label);
    }

    /** Whether a row of this label was left out on purpose. */
    public static boolean isSkipped(String label) {
        return LEFT_OUT.contains(label);
    }

    /** Rows that are still to be done, or that nobody counted; the input must stay where a rerun finds it. */
    public long pending() {
        return rows - good() - failed() - skipped();
    }

    /** Whether each row read was counted exactly once, under a label that says what became of it. */
    public synchronized boolean accounted() {
        long counted = counts.values().stream().mapToLong(Long::longValue).sum();
        return counted == rows && !counts.containsKey(UNACCOUNTED);
    }

    /** Whether the input may leave its place. */
    public boolean complete() {
        return accounted() && pending() == 0;
    }

    /** Where the input belongs: {@code done}, {@code partial}, {@code rejected}, or {@code in} while rows are pending. */
    public String folder() {
        if (!complete()) {
            return "in";
        }
        if (failed() == 0) {
            return "done";
        }
        return good() == 0 ? "rejected" : "partial";
    }

    @Override
    public synchronized Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", source);
        json.put("rows", rows);
        json.put("counts", counts());
        json.put("good", good());
        json.put("failed", failed());
        json.put("skipped", skipped());
        json.put("pending", pending());
        json.put("complete", complete());
        json.put("folder", folder());
        return json;
    }

    private Object writeReplace() {
        return JsonForm.text(this);
    }

    private synchronized long sum(Set<String> labels) {
        return labels.stream()
                .mapToLong(label -> counts.getOrDefault(label, 0L))
                .sum();
    }

    /** One line: the source, the rows, the counts. */
    @Override
    public synchronized String toString() {
        String shown = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        return SafeText.excerpt(source) + ": " + rows + " rows" + (shown.isEmpty() ? "" : ": " + shown);
    }
}
