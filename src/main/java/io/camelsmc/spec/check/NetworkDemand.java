package io.camelsmc.spec.check;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the jobs of each region that would make the service create a VPC of its own (CR29). */
final class NetworkDemand {

    private static final int VPC_QUOTA = 10;
    private static final int MAX_REGIONS = 1000;

    private final Map<String, Integer> jobs = new TreeMap<>();

    void add(ReplicationJobSpec spec) {
        String region = spec.regionId();
        boolean counts = region != null && spec.enabled() && !spec.has(SpecField.V_SWITCH_ID);
        if (counts && (jobs.size() < MAX_REGIONS || jobs.containsKey(region))) {
            jobs.merge(region, 1, Integer::sum);
        }
    }

    List<Diagnostic> findings() {
        List<Diagnostic> findings = new ArrayList<>();
        jobs.forEach((region, count) -> {
            if (count > VPC_QUOTA) {
                findings.add(Diagnostic.warning("CR29", "Many jobs of " + region + " without a vSwitch")
                        .in("vSwitchId")
                        .got(count + " jobs")
                        .expected("at most " + VPC_QUOTA + ", the VPC quota of a region")
                        .fix("give vSwitchId, since the service creates a VPC for each job without one"));
            }
        });
        return findings;
    }
}
