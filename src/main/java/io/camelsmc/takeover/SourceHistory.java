package io.camelsmc.takeover;

import io.camelsmc.job.JobMatch;
import io.camelsmc.job.JobRequest;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.spec.JobKey;
import io.camelsmc.state.JobRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of one source, and which generation each of them is: first what the journal says, then what a row says that
 * equals exactly one job, then what a derived name says. The others follow in order of creation, finished ones before the unfinished one, of which the
 * service allows one; where that order is not clear, none of them gets a place.
 */
final class SourceHistory {

    private static final String BY_ROW =
            "give a row that equals the right one (name included) with --from, or delete what is not wanted";

    /** Generations that a derived name is compared with. */
    private static final int MAX_GENERATION = 64;

    private final String account;
    private final String region;
    private final String sourceId;
    private final List<ObservedJob> unknown = new ArrayList<>();
    private final Map<ObservedJob, Integer> placed = new LinkedHashMap<>();
    private final Map<Integer, JobRequest> rows = new TreeMap<>();
    private final Set<Integer> used = new HashSet<>();
    private final List<Quarantined> unclear = new ArrayList<>();
    private final List<TakeOver> clear = new ArrayList<>();
    private boolean inDoubt;

    SourceHistory(String account, String region, String sourceId) {
        this.account = account;
        this.region = region;
        this.sourceId = sourceId;
    }

    void add(ObservedJob job) {
        unknown.add(job);
    }

    void addKnown(ObservedJob job, int generation) {
        placed.put(job, generation);
    }

    void add(JobRecord record) {
        inDoubt |= record.state().inDoubt();
        if (record.state().jobExists()) {
            used.add(record.key().generation());
        }
    }

    void add(JobRequest row) {
        rows.put(row.key().generation(), row);
    }

    void settle(List<TakeOver> takeOvers, List<Quarantined> quarantined) {
        if (inDoubt && !unknown.isEmpty()) {
            refuse(
                    List.copyOf(unknown),
                    "an earlier request for this source is of unknown outcome",
                    "run smc apply with its row first, which resolves that");
        } else {
            byRows();
            byNames();
            byOrder();
        }
        takeOvers.addAll(clear);
        quarantined.addAll(unclear);
    }

    /** A row and a job that equal each other and nothing else. */
    private void byRows() {
        Map<ObservedJob, List<Integer>> claims = new HashMap<>();
        Set<ObservedJob> ambiguous = new HashSet<>();
        rows.forEach((generation, row) -> {
            List<ObservedJob> equal = used.contains(generation)
                    ? List.of()
                    : unknown.stream()
                            .filter(job -> match(row, job) instanceof JobMatch.Ours)
                            .toList();
            equal.forEach(
                    job -> claims.computeIfAbsent(job, j -> new ArrayList<>()).add(generation));
            if (equal.size() > 1) {
                ambiguous.addAll(equal);
            }
        });
        claims.forEach((job, generations) -> {
            if (generations.size() > 1) {
                ambiguous.add(job);
            }
        });
        List<ObservedJob> refused = unknown.stream().filter(ambiguous::contains).toList();
        if (!refused.isEmpty()) {
            refuse(refused, "they equal the same rows and cannot be told apart", "delete what is not wanted");
        }
        for (ObservedJob job : List.copyOf(unknown)) {
            List<Integer> generations = claims.get(job);
            if (generations != null) {
                place(job, generations.get(0));
            }
        }
    }

    private static boolean equal(JobRequest row, ObservedJob job) {
        return !(match(row, job) instanceof JobMatch.Other);
    }

    /** Jobs that the journal holds are not among those that are matched. */
    private static JobMatch match(JobRequest row, ObservedJob job) {
        return JobMatch.of(row.key(), row.spec(), job, id -> false);
    }

    /** A name that was derived from a key names its generation. */
    private void byNames() {
        for (ObservedJob job : List.copyOf(unknown)) {
            String name = job.attributes().name();
            boolean mayBe = name != null && name.startsWith(JobKey.DERIVED_PREFIX);
            for (int generation = 0; mayBe && generation < MAX_GENERATION; generation++) {
                if (!used.contains(generation) && key(generation).derivedName().equals(name)) {
                    place(job, generation);
                    break;
                }
            }
        }
    }

    private void byOrder() {
        List<ObservedJob> holders =
                unknown.stream().filter(ObservedJob::unfinished).toList();
        boolean held = placed.keySet().stream().anyMatch(ObservedJob::unfinished);
        if (holders.size() > 1 || (held && !holders.isEmpty())) {
            refuse(holders, "the source has several unfinished jobs, and nothing tells which is which", BY_ROW);
        }
        if (unknown.isEmpty()) {
            return;
        }
        List<ObservedJob> order = inOrder();
        if (order == null) {
            refuse(List.copyOf(unknown), "the order in which they were created is not clear", BY_ROW);
            return;
        }
        int last = -1;
        for (int i = 0; i < order.size(); i++) {
            ObservedJob job = order.get(i);
            Integer known = placed.get(job);
            if (known != null) {
                last = known;
                continue;
            }
            int generation = last + 1;
            while (used.contains(generation)) {
                generation++;
            }
            int bound = order.subList(i, order.size()).stream()
                    .map(placed::get)
                    .filter(Objects::nonNull)
                    .mapToInt(Integer::intValue)
                    .findFirst()
                    .orElse(Integer.MAX_VALUE);
            if (generation >= bound) {
                refuse(
                        List.of(job),
                        "it is older than the job of generation " + bound + ", and no lower generation is free",
                        "nothing, if somebody else created it; otherwise raise the generations of the rows");
            } else if (claimedByHigher(job, generation)) {
                refuse(
                        List.of(job),
                        "it equals a row of a higher generation, but may as well be that of generation " + generation,
                        "delete it if it is an earlier one, or give the row that generation");
            } else {
                place(job, generation);
                last = generation;
            }
        }
    }

    /** Finished jobs by time, then the unfinished one; null when that is no order, or not that of the generations. */
    private @Nullable List<ObservedJob> inOrder() {
        List<ObservedJob> all = new ArrayList<>(placed.keySet());
        all.addAll(unknown);
        List<ObservedJob> finished =
                new ArrayList<>(all.stream().filter(job -> !job.unfinished()).toList());
        if (finished.size() > 1) {
            long times = finished.stream()
                    .map(ObservedJob::createdAt)
                    .filter(Objects::nonNull)
                    .distinct()
                    .count();
            if (times < finished.size()) {
                return null;
            }
            finished.sort(Comparator.comparing(job -> Objects.requireNonNull(job.createdAt())));
        }
        all.removeAll(finished);
        finished.addAll(all);
        List<Integer> generations =
                finished.stream().map(placed::get).filter(Objects::nonNull).toList();
        return generations.equals(generations.stream().sorted().toList()) ? finished : null;
    }

    private boolean claimedByHigher(ObservedJob job, int generation) {
        return rows.values().stream().anyMatch(row -> row.key().generation() > generation && equal(row, job));
    }

    private void place(ObservedJob job, int generation) {
        JobRequest row = rows.get(generation);
        unknown.remove(job);
        placed.put(job, generation);
        used.add(generation);
        clear.add(row != null && equal(row, job) ? new TakeOver(row, job) : TakeOver.asReported(key(generation), job));
    }

    private void refuse(List<ObservedJob> jobs, String why, String advice) {
        unknown.removeAll(jobs);
        unclear.add(new Quarantined(region, sourceId, jobs, why, advice));
    }

    private JobKey key(int generation) {
        return new JobKey(account, region, sourceId, generation);
    }
}
