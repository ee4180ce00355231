package io.camelsmc.spec.check;

import io.camelsmc.spec.check.Constraint.AtMost;
import io.camelsmc.spec.check.Constraint.Form;
import io.camelsmc.spec.check.Constraint.Range;
import io.camelsmc.spec.check.Constraint.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The limits of single values: those that the members of lists and objects obey, and those of the rules, by path. */
public final class Limits {

    static final Range DATA_DISK_INDEX = new Range(1, 16);
    static final Range DATA_DISK_SIZE = new Range(20, 32_768);
    static final Range LAYOUT_SIZE = new Range(20, 32_768);
    static final Range BYTES = new Range(1, Long.MAX_VALUE);
    static final Form DEVICE = Form.of("[0-9]+_[0-9]+");
    static final Form DISK_ID = Form.of("d-[0-9a-z]+");
    static final AtMost DATA_DISKS = new AtMost(16);
    static final AtMost PARTITIONS = new AtMost(32);
    static final AtMost TAGS = new AtMost(20);
    static final List<String> RESERVED = List.of("aliyun", "acs:", "http://", "https://");
    static final Words TAG_KEY = new Words(1, 128, RESERVED);
    static final Words TAG_VALUE = new Words(0, 128, RESERVED);

    private static final Map<String, Constraint> NESTED = Map.ofEntries(
            Map.entry("systemDiskPart", PARTITIONS),
            Map.entry("systemDiskPart[].device", DEVICE),
            Map.entry("systemDiskPart[].sizeBytes", BYTES),
            Map.entry("dataDisk", DATA_DISKS),
            Map.entry("dataDisk[].index", DATA_DISK_INDEX),
            Map.entry("dataDisk[].size", DATA_DISK_SIZE),
            Map.entry("dataDisk[].part", PARTITIONS),
            Map.entry("dataDisk[].part[].device", DEVICE),
            Map.entry("dataDisk[].part[].sizeBytes", BYTES),
            Map.entry("disks.system.size", LAYOUT_SIZE),
            Map.entry("disks.system.part[].sizeBytes", BYTES),
            Map.entry("disks.data[].size", LAYOUT_SIZE),
            Map.entry("disks.data[].diskId", DISK_ID),
            Map.entry("disks.data[].part[].sizeBytes", BYTES),
            Map.entry("tag", TAGS),
            Map.entry("tag[].key", TAG_KEY),
            Map.entry("tag[].value", TAG_VALUE));

    private Limits() {}

    /** Every limit that holds in an edition, by path in camelCase; {@code []} stands for the entries of a list. */
    public static Map<String, Constraint> of(ApiProfile profile) {
        Map<String, Constraint> limits = new TreeMap<>(NESTED);
        for (Rule rule : Rules.all()) {
            Optional<Constraint> constraint = rule.constraint();
            if (constraint.isPresent() && rule.profiles().contains(profile)) {
                limits.put(rule.field(), constraint.get());
            }
        }
        return limits;
    }
}
