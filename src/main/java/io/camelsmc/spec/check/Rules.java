package io.camelsmc.spec.check;

import io.camelsmc.diag.Diagnostic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every rule for a single spec, in the order of documentation. */
public final class Rules {

    private static final List<Rule> ALL = Stream.of(
                    IdentityRules.ALL,
                    NameRules.ALL,
                    TargetRules.ALL,
                    DiskRules.ALL,
                    LayoutRules.ALL,
                    NetworkRules.ALL,
                    ScheduleRules.ALL,
                    TransferRules.ALL,
                    TagRules.ALL,
                    OtherRules.ALL)
            .flatMap(List::stream)
            .toList();

    private Rules() {}

    /** The rules, those that hold in one edition of the API page only included. */
    public static List<Rule> all() {
        return ALL;
    }

    /** The rules that look at several rows at once; {@link WaveChecker} does, so these only describe. */
    public static List<Rule> acrossRows() {
        List<Rule> rules = new ArrayList<>();
        for (ClashKind kind : ClashKind.values()) {
            rules.add(new Rule(
                    kind.rule(),
                    kind.field(),
                    kind.severity(),
                    "no two rows of a run: " + kind.summary().toLowerCase(Locale.ROOT),
                    "camel-smc",
                    EnumSet.allOf(ApiProfile.class),
                    subject -> {},
                    Optional.empty()));
        }
        rules.add(Rule.warning(
                "CR29", "vSwitchId", "at most 10 jobs of a region without a vSwitch (VPC quota)", subject -> {}));
        return List.copyOf(rules);
    }

    /** The rules that only the service can answer; {@link SourceNames} does, so these only describe. */
    public static List<Rule> online() {
        return List.of(SourceNames.UNKNOWN, SourceNames.AMBIGUOUS, SourceNames.MISMATCH);
    }

    /** Whether the finding may be new although the row is the same: some times are measured from the present. */
    public static boolean brokenByTime(Diagnostic finding) {
        return ScheduleRules.OF_THE_PRESENT.contains(finding.rule());
    }

    /** The rules with an id; more than one where editions differ, none when there is no such rule. */
    public static List<Rule> find(String id) {
        return Stream.of(ALL, acrossRows(), online())
                .flatMap(List::stream)
                .filter(rule -> rule.id().equals(id))
                .toList();
    }
}
