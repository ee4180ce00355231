package io.camelsmc.spec.check;

import java.util.List;
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
}
