package io.camelsmc.spec.check;

import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.check.Constraint.OneOf;
import java.util.List;

/** Network of the intermediate instance. */
final class NetworkRules {

    private static final OneOf MODES = new OneOf(List.of(0, 2));

    static final List<Rule> ALL = List.of(
            Rule.error("param.NetMode", "netMode", "0 (public internet) or 2 (VPC)", subject -> {
                        Integer mode = subject.spec().netMode();
                        if (mode != null && !MODES.values().contains(mode)) {
                            subject.report(
                                    "No such network mode",
                                    mode,
                                    "0 (public internet) or 2 (VPC)",
                                    mode == 1 ? "1 was never documented; 2 is the VPC" : null);
                        }
                    })
                    .limit(MODES),
            Rule.error("CR08", "vSwitchId", "netMode 2 needs vSwitchId", subject -> {
                Integer mode = subject.spec().netMode();
                if (mode != null && mode == 2 && !subject.spec().has(SpecField.V_SWITCH_ID)) {
                    subject.missing("vSwitchId", "netMode 2 needs a vSwitch of the destination region");
                }
            }),
            Rule.warning("CR09", "vpcId", "vpcId comes with vSwitchId", subject -> {
                if (subject.spec().has(SpecField.VPC_ID) && !subject.spec().has(SpecField.V_SWITCH_ID)) {
                    subject.report("Without a vSwitch", subject.spec().vpcId(), null, "add vSwitchId");
                }
            }),
            Texts.pattern(SpecField.VPC_ID, "vpc-[0-9a-z]+", "vpc- and lower-case letters and digits", "copy the id"),
            Texts.pattern(
                    SpecField.V_SWITCH_ID, "vsw-[0-9a-z]+", "vsw- and lower-case letters and digits", "copy the id"));

    private NetworkRules() {}
}
