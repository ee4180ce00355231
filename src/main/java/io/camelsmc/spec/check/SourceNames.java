package io.camelsmc.spec.check;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.read.NearMiss;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the source that a row gives by name. Names are not unique in the service, so a name that two sources have is an
 * error that names both; a row that gives the id as well is held to it. Names are compared exactly. Immutable; safe to
 * share between threads.
 */
public final class SourceNames {

    /** The rule that two rows of one source name break; that they mean one source is then no news. */
    public static final String SAME_NAME = ClashKind.SOURCE_NAME.rule();

    private static final int IDS_SHOWN = 5;

    static final Rule UNKNOWN = describe("own.sourceName.unknown", "a source of that name is in the account");
    static final Rule AMBIGUOUS = describe("own.sourceName.ambiguous", "only one source of the account has the name");
    static final Rule MISMATCH = describe("own.sourceName.mismatch", "the source of that name has the given sourceId");

    private final Map<String, SortedSet<String>> ids = new HashMap<>();

    /**
     * A source as the service lists it.
     *
     * @param sourceId its id
     * @param name its name
     */
    public record Named(String sourceId, String name) {}

    /**
     * What became of a row.
     *
     * @param spec the row, with the id of its source where that was found
     * @param problem why it was not found; null when it was
     */
    public record Resolution(ReplicationJobSpec spec, @Nullable Diagnostic problem) {}

    public SourceNames(Collection<Named> sources) {
        sources.forEach(source ->
                ids.computeIfAbsent(source.name(), n -> new TreeSet<>()).add(source.sourceId()));
    }

    /** Whether a finding only says that the name is still to be looked up. */
    public static boolean isOpen(Diagnostic finding) {
        return finding.rule().equals(IdentityRules.LOOK_UP);
    }

    /** Whether any source has the name. */
    public boolean has(String name) {
        return ids.containsKey(name);
    }

    /** The row with the id of the source that it names; a row that gives no name comes back as it is. */
    public Resolution resolve(ReplicationJobSpec spec) {
        String name = spec.sourceName();
        if (name == null) {
            return new Resolution(spec, null);
        }
        SortedSet<String> found = ids.getOrDefault(name, new TreeSet<>());
        String given = spec.sourceId();
        if (found.isEmpty()) {
            String near = NearMiss.sameThing(name, ids.keySet());
            String fix = near == null
                    ? "check the name in the list of source servers; names are compared exactly"
                    : NearMiss.question(name, near);
            return failed(
                    spec,
                    problem(spec, UNKNOWN, "No source server of the account has this name")
                            .fix(fix));
        }
        if (given != null) {
            return found.contains(given)
                    ? new Resolution(spec, null)
                    : failed(
                            spec,
                            problem(spec, MISMATCH, "The name belongs to another source than sourceId")
                                    .got(name + ", which is " + shown(found))
                                    .expected(given)
                                    .fix("correct one of the two, or remove the name"));
        }
        if (found.size() > 1) {
            return failed(
                    spec,
                    problem(spec, AMBIGUOUS, "Several source servers have this name")
                            .expected("one source, not " + shown(found))
                            .fix("give the sourceId of the one that is meant"));
        }
        return new Resolution(
                spec.toBuilder().set(SpecField.SOURCE_ID, found.first()).build(), null);
    }

    private static Resolution failed(ReplicationJobSpec spec, Diagnostic problem) {
        return new Resolution(spec, problem);
    }

    private static Diagnostic problem(ReplicationJobSpec spec, Rule rule, String summary) {
        return Diagnostic.error(rule.id(), summary)
                .at(spec.origin())
                .of(spec.address().toString())
                .in(rule.field())
                .got(spec.sourceName());
    }

    private static String shown(SortedSet<String> found) {
        List<String> first = found.stream().limit(IDS_SHOWN).toList();
        int hidden = found.size() - first.size();
        return String.join(" and ", first) + (hidden > 0 ? " and " + hidden + " more" : "");
    }

    private static Rule describe(String id, String asked) {
        return Rule.error(id, "sourceName", "asked of the service: " + asked, subject -> {})
                .from("camel-smc");
    }
}
