package io.camelsmc.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Checks a create against the disks of its source and the networks of the account. */
final class NetworkAndDisks {

    private final EmulatorSettings settings;

    NetworkAndDisks(EmulatorSettings settings) {
        this.settings = settings;
    }

    /** The source, with the disks it has learnt from the request. */
    EmulatedSource check(SortedMap<String, String> parameters, EmulatedSource source) {
        List<EmulatedDisk> learnt = new ArrayList<>(source.dataDisks());
        for (SortedMap<String, String> disk :
                WireList.items(parameters, "DataDisk").values()) {
            int index = Integer.parseInt(disk.getOrDefault("Index", "0"));
            if (!source.hasDataDisk(index) && !source.learnsDisks()) {
                throw new Refusal(
                        400,
                        "ReplicationJobDataDiskIndex.Invalid",
                        "The data disk index " + index + " does not exist on the source server.");
            }
            if (!source.hasDataDisk(index)) {
                learnt.add(EmulatedDisk.data(index, Integer.parseInt(disk.getOrDefault("Size", "40"))));
            }
        }
        checkVSwitch(parameters.getOrDefault("VSwitchId", ""), parameters.getOrDefault("VpcId", ""));
        return learnt.size() == source.dataDisks().size() ? source : source.withDataDisks(learnt);
    }

    private void checkVSwitch(String vSwitchId, String vpcId) {
        if (vSwitchId.isEmpty() || !settings.knowsVSwitches()) {
            return;
        }
        String owner = settings.vpcOf(vSwitchId);
        if (owner == null) {
            throw new Refusal(404, "InvalidVSwitchId.NotFound", "The specified VSwitchId does not exist.");
        }
        if (!vpcId.isEmpty() && !vpcId.equals(owner)) {
            throw new Refusal(400, "VSwitchIdVpcId.Mismatch", "The VSwitchId does not belong to the VpcId.");
        }
    }
}
