package io.camelsmc.plan;

import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.ReplicationJobSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Selects rows by address, name, id, wave or tag. A row is selected if it matches any target, or there is none, and matches no
 * exclusion. Targets that never matched are remembered, so that a misspelt one can be named. Not safe to share between threads.
 *
 * <p>A pattern is {@code wave/name} or a bare name or source id, {@code wave:}, {@code app:}, {@code region:},
 * {@code source:}, {@code job:} or {@code tag:KEY} or {@code tag:KEY=VALUE}; {@code *} stands for any characters and {@code ?} for one.
 */
public final class Selection {

    private final List<Criterion> targets = new ArrayList<>();
    private final List<Criterion> exclusions = new ArrayList<>();

    /**
     * Reads patterns.
     *
     * @throws IllegalArgumentException if a pattern is empty or its kind is not known; the message names it
     */
    public Selection(List<String> targets, List<String> exclusions) {
        targets.forEach(pattern -> this.targets.add(Criterion.of(pattern)));
        exclusions.forEach(pattern -> this.exclusions.add(Criterion.of(pattern)));
    }

    /** Every row. */
    public static Selection all() {
        return new Selection(List.of(), List.of());
    }

    /** Whether the row is taken. No row fits {@code job:}, since only a journal knows the job of a row. */
    public boolean takes(ReplicationJobSpec row) {
        return takes(row, null);
    }

    /**
     * Whether a job of a journal is taken.
     *
     * @param row what is known of its row
     * @param jobId the job; null when there is none
     */
    public boolean takes(ReplicationJobSpec row, @Nullable String jobId) {
        boolean targeted = targets.isEmpty();
        for (Criterion target : targets) {
            targeted |= target.fits(row, jobId);
        }
        boolean excluded = false;
        for (Criterion exclusion : exclusions) {
            excluded |= exclusion.fits(row, jobId);
        }
        return targeted && !excluded;
    }

    /** Whether every row is taken. */
    public boolean isEverything() {
        return targets.isEmpty() && exclusions.isEmpty();
    }

    /** Patterns that fitted no row so far, as they were written. */
    public List<String> unused() {
        List<String> unused = new ArrayList<>();
        for (List<Criterion> criteria : List.of(targets, exclusions)) {
            criteria.stream().filter(c -> !c.used).forEach(c -> unused.add(c.written));
        }
        return unused;
    }

    private static final class Criterion {

        private static final List<String> KINDS = List.of("wave:", "app:", "region:", "source:", "tag:");
        private static final String JOB = "job:";

        private final String written;
        private final Predicate<ReplicationJobSpec> test;

        /** What the id of a job is to match; null when the pattern is about rows. */
        private final @Nullable Pattern jobs;

        private boolean used;

        private Criterion(String written, Predicate<ReplicationJobSpec> test, @Nullable Pattern jobs) {
            this.written = written;
            this.test = test;
            this.jobs = jobs;
        }

        boolean fits(ReplicationJobSpec row, @Nullable String jobId) {
            boolean fits = jobs == null ? test.test(row) : matches(jobs, jobId);
            used |= fits;
            return fits;
        }

        static Criterion of(String pattern) {
            if (pattern.startsWith(JOB)) {
                return new Criterion(pattern, row -> false, glob(pattern.substring(JOB.length()), pattern));
            }
            for (String kind : KINDS) {
                if (pattern.startsWith(kind)) {
                    return new Criterion(pattern, test(kind, pattern.substring(kind.length()), pattern), null);
                }
            }
            int colon = pattern.indexOf(':');
            if (colon > 0 && pattern.substring(0, colon).chars().allMatch(Character::isLetter)) {
                throw new IllegalArgumentException("'" + SafeText.excerpt(pattern)
                        + "' is of no known kind; kinds are " + String.join(", ", KINDS) + ", " + JOB
                        + " and @FILE, and without a kind it is wave/name, a name or a source id");
            }
            Pattern glob = glob(pattern, pattern);
            return new Criterion(
                    pattern,
                    pattern.indexOf('/') >= 0
                            ? row -> matches(glob, row.address().toString())
                            : row -> matches(glob, row.address().name())
                                    || matches(glob, row.name())
                                    || matches(glob, row.sourceId())
                                    || matches(glob, row.sourceName()),
                    null);
        }

        private static Predicate<ReplicationJobSpec> test(String kind, String value, String pattern) {
            if (kind.equals("tag:")) {
                int equals = value.indexOf('=');
                Pattern key = glob(equals < 0 ? value : value.substring(0, equals), pattern);
                Pattern wanted = equals < 0 ? null : glob(value.substring(equals + 1), null);
                return row -> row.tags().stream()
                        .anyMatch(tag -> matches(key, tag.key()) && (wanted == null || matches(wanted, tag.value())));
            }
            Pattern glob = glob(value, pattern);
            return switch (kind) {
                case "wave:" -> row -> matches(glob, row.address().wave());
                case "app:" -> row -> matches(glob, row.app());
                case "region:" -> row -> matches(glob, row.regionId());
                default -> row -> matches(glob, row.sourceId());
            };
        }

        private static boolean matches(Pattern glob, @Nullable String text) {
            return text != null && glob.matcher(text).matches();
        }

        private static Pattern glob(String glob, @Nullable String pattern) {
            if (glob.isEmpty() && pattern != null) {
                throw new IllegalArgumentException("'" + SafeText.excerpt(pattern)
                        + "' says nothing to look for; write for example wave:wave-01 or 'wave-01/web-*'");
            }
            StringBuilder regex = new StringBuilder();
            glob.codePoints().forEach(c -> {
                switch (c) {
                    case '*' -> regex.append(".*");
                    case '?' -> regex.append('.');
                    default -> regex.append(Pattern.quote(Character.toString(c)));
                }
            });
            return Pattern.compile(regex.toString(), Pattern.DOTALL);
        }
    }
}
