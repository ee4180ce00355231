package io.camelsmc.spec.check;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.ReplicationJobSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds rows that clash with each other: the same source, name or image name twice (CR27). Both rows of a clash are
 * named, each with the place of the other. Parked rows clash with nothing.
 *
 * <p>The rows are passed over once, and a second time if any two look alike. The first pass keeps 64-bit hashes only, so
 * a million rows take some tens of megabytes; the second keeps the texts of those that look alike, so two different rows
 * with one hash are never taken for a clash. Immutable once made; safe to share between threads.
 */
public final class WaveChecker {

    private static final int PLACES_SHOWN = 3;

    private final Map<ClashKind, Map<String, Group>> clashes;
    private final NetworkDemand networks;

    private WaveChecker(Map<ClashKind, Map<String, Group>> clashes, NetworkDemand networks) {
        this.clashes = clashes;
        this.networks = networks;
    }

    /**
     * A way to pass over all rows of one run, from the first to the last, each time the same ones.
     *
     * @param <X> what reading may throw
     */
    @FunctionalInterface
    public interface Pass<X extends Exception> {
        void forEach(Consumer<ReplicationJobSpec> action) throws X;
    }

    /** Learns which rows clash; passes over the rows once or twice. */
    public static <X extends Exception> WaveChecker of(Pass<X> rows) throws X {
        Map<ClashKind, LongHashSet> twice = new EnumMap<>(ClashKind.class);
        NetworkDemand networks = new NetworkDemand();
        lookAlikes(rows, twice, networks);
        Map<ClashKind, Map<String, Group>> groups = new EnumMap<>(ClashKind.class);
        if (twice.values().stream().allMatch(LongHashSet::isEmpty)) {
            return new WaveChecker(groups, networks);
        }
        rows.forEach(spec -> eachKey(spec, (kind, key) -> {
            LongHashSet suspects = twice.get(kind);
            if (suspects != null && suspects.contains(ClashKind.hash(key))) {
                groups.computeIfAbsent(kind, k -> new HashMap<>())
                        .computeIfAbsent(key, k -> new Group())
                        .add(spec);
            }
        }));
        groups.values().forEach(group -> group.values().removeIf(Group::isSingle));
        return new WaveChecker(groups, networks);
    }

    /** Learns which of some rows in memory clash. */
    public static WaveChecker of(Collection<ReplicationJobSpec> rows) {
        return of((Pass<RuntimeException>) action -> rows.forEach(action));
    }

    /** How one of the rows clashes with others; empty when it does not. */
    public List<Diagnostic> check(ReplicationJobSpec spec) {
        if (clashes.isEmpty()) {
            return List.of();
        }
        List<Diagnostic> findings = new ArrayList<>();
        eachKey(spec, (kind, key) -> {
            Map<String, Group> groups = clashes.get(kind);
            Group group = groups == null ? null : groups.get(key);
            if (group != null && !(kind == ClashKind.SOURCE && !findings.isEmpty())) {
                findings.add(finding(kind, key, spec, group));
            }
        });
        return List.copyOf(findings);
    }

    /** What is to be said about the rows as a whole (CR29). */
    public List<Diagnostic> checkWhole() {
        return networks.findings();
    }

    private static <X extends Exception> void lookAlikes(
            Pass<X> rows, Map<ClashKind, LongHashSet> twice, NetworkDemand networks) throws X {
        Map<ClashKind, LongHashSet> seen = new EnumMap<>(ClashKind.class);
        for (ClashKind kind : ClashKind.values()) {
            seen.put(kind, new LongHashSet());
            twice.put(kind, new LongHashSet());
        }
        rows.forEach(spec -> {
            networks.add(spec);
            eachKey(spec, (kind, key) -> {
                long hash = ClashKind.hash(key);
                LongHashSet known = seen.get(kind);
                LongHashSet suspects = twice.get(kind);
                if (known != null && suspects != null && !known.add(hash)) {
                    suspects.add(hash);
                }
            });
        });
    }

    private interface KeyAction {
        void on(ClashKind kind, String key);
    }

    private static void eachKey(ReplicationJobSpec spec, KeyAction action) {
        if (!spec.enabled()) {
            return;
        }
        for (ClashKind kind : ClashKind.values()) {
            String key = kind.key(spec);
            if (key != null && !key.isEmpty()) {
                action.on(kind, key);
            }
        }
    }

    private static Diagnostic finding(ClashKind kind, String key, ReplicationJobSpec spec, Group group) {
        int end = key.indexOf('\n');
        return new Diagnostic(
                kind.severity(),
                kind.rule(),
                spec.origin(),
                spec.address().toString(),
                kind.field(),
                kind.summary(),
                end < 0 ? key : key.substring(0, end),
                null,
                "see " + group.others(spec) + group.advice());
    }

    /** The rows that share one key. A few places are enough to find the others. */
    private static final class Group {
        private final List<String> places = new ArrayList<>(2);
        private int count;

        void add(ReplicationJobSpec spec) {
            count++;
            if (places.size() <= PLACES_SHOWN) {
                places.add(place(spec));
            }
        }

        boolean isSingle() {
            return count < 2;
        }

        String others(ReplicationJobSpec spec) {
            List<String> others = new ArrayList<>(places);
            if (!others.remove(place(spec)) && others.size() > PLACES_SHOWN) {
                others.remove(others.size() - 1);
            }
            int hidden = count - 1 - others.size();
            return String.join(", ", others) + (hidden > 0 ? " and " + hidden + " more" : "");
        }

        String advice() {
            return count == 2
                    ? "; change the value in one of the two rows, or remove one of the rows"
                    : "; change the value in all of these rows but one, or remove them";
        }

        private static String place(ReplicationJobSpec spec) {
            SourcePosition origin = spec.origin();
            return origin != null && origin.line() > 0
                    ? origin.toString()
                    : spec.address().toString();
        }
    }
}
