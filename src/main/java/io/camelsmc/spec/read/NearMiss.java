package io.camelsmc.spec.read;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the known name that a misspelt one was probably meant to be. Meant for words of ours, such as columns and options;
 * names that people give to things are compared with {@link #sameThing}, since another name is another thing.
 */
public final class NearMiss {

    private static final int LONGEST_NAME = 64;

    /** A shorter word, such as {@code id}, is near to too much. */
    private static final int SHORTEST_PART = 6;

    /** A unit at the end of a name says no more than the name: {@code disk_size_gb}. */
    private static final Pattern UNIT = Pattern.compile("(gb|gib|mb|mib)$");

    private NearMiss() {}

    /** The nearest of the known names, or null when none is near enough to be worth mentioning. */
    public static @Nullable String of(String name, Collection<String> known) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return null;
        }
        String wanted = fold(name);
        String whole = nearest(wanted, known);
        return whole != null ? whole : nearestPart(wanted, known);
    }

    /**
     * The known name that is the same one in another spelling: other case, other separators, letters that look alike. A
     * name that differs in a digit or a letter may be that of another machine, and is never offered.
     */
    public static @Nullable String sameThing(String name, Collection<String> known) {
        if (name.isEmpty()) {
            return null;
        }
        String wanted = Lookalikes.name(name);
        String found = null;
        for (String candidate : known) {
            if (!candidate.equals(name) && Lookalikes.name(candidate).equals(wanted)) {
                if (found != null) {
                    return null;
                }
                found = candidate;
            }
        }
        return found;
    }

    /** Asks whether the known name was meant; what only looks like the right letter is named. */
    public static String question(String name, String nearest) {
        String difference = Lookalikes.difference(name, nearest);
        return "did you mean " + nearest + "?" + (difference == null ? "" : " " + difference);
    }

    private static @Nullable String nearest(String wanted, Collection<String> known) {
        String best = null;
        int limit = Math.max(1, wanted.length() / 3);
        for (String candidate : known) {
            String plain = fold(candidate);
            // A short name is near to too much, and another number is another thing.
            int own = Math.max(1, Math.min(wanted.length(), plain.length()) / 3);
            int distance = sameDigits(wanted, plain) ? distance(wanted, plain, Math.min(limit, own)) : limit + 1;
            distance = distance > own ? limit + 1 : distance;
            if (distance <= limit && (best == null || distance < limit)) {
                best = candidate;
                limit = distance;
            }
        }
        return best;
    }

    /** {@code vswich} for {@code vswitch_id}, {@code disk_size_gb} for {@code system_disk_size}: the first or last words. */
    private static @Nullable String nearestPart(String wanted, Collection<String> known) {
        String best = null;
        String bare = UNIT.matcher(wanted).replaceFirst("");
        int limit = 2;
        for (String candidate : known) {
            String[] words = candidate.split("[_. -]|(?<=[a-z0-9])(?=[A-Z])", -1);
            for (int i = 1; i < words.length; i++) {
                for (String part : List.of(
                        String.join("", List.of(words).subList(0, i)),
                        String.join("", List.of(words).subList(i, words.length)))) {
                    int distance = part.length() < SHORTEST_PART || !sameDigits(bare, fold(part))
                            ? limit
                            : distance(bare, fold(part), limit);
                    if (distance < limit) {
                        best = candidate;
                        limit = distance;
                    }
                }
            }
        }
        return best;
    }

    private static String fold(String name) {
        return Lookalikes.plain(name);
    }

    private static boolean sameDigits(String a, String b) {
        return a.replaceAll("[^0-9]", "").equals(b.replaceAll("[^0-9]", ""));
    }

    /** Optimal string alignment: insert, delete, replace and swap of neighbours each count one. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(int[][] d, String a, String b, int i, int j) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
        boolean swap = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swap ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
