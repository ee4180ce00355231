package io.camelsmc.spec.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the rows that take no part, by reason, so that every command says the same of them. Memory is bounded. Not safe
 * to share between threads.
 */
public final class ParkedTally {

    private static final int MAX_REASONS = 1000;
    private static final int SHOWN = 5;

    private final Map<String, Long> reasons = new LinkedHashMap<>();
    private long count;

    /** Counts the row if it is parked. @return whether it is */
    public boolean add(InputRow row) {
        String reason = row.parkedBecause();
        if (reason == null) {
            return false;
        }
        count++;
        if (reasons.size() < MAX_REASONS || reasons.containsKey(reason)) {
            reasons.merge(reason, 1L, Long::sum);
        }
        return true;
    }

    /** How many rows are parked. */
    public long count() {
        return count;
    }

    /** One line, such as {@code 3 rows are parked and left out: r_type says Retire (2), enabled is false (1)}; empty for none. */
    public String describe() {
        if (count == 0) {
            return "";
        }
        List<Map.Entry<String, Long>> sorted = new ArrayList<>(reasons.entrySet());
        sorted.sort(Map.Entry.<String, Long>comparingByValue().reversed());
        List<String> shown = sorted.stream()
                .limit(SHOWN)
                .map(reason -> reason.getKey() + " (" + reason.getValue() + ")")
                .toList();
        long told = sorted.stream().limit(SHOWN).mapToLong(Map.Entry::getValue).sum();
        return (count == 1 ? "1 row is" : count + " rows are") + " parked and left out: " + String.join(", ", shown)
                + (told < count ? ", other reasons (" + (count - told) + ")" : "");
    }
}
