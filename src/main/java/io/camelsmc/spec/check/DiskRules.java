package io.camelsmc.spec.check;

import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.PartitionSpec;
import io.camelsmc.spec.SpecField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** System disk, data disks and their partitions. */
final class DiskRules {

    private static final int MIN_GIB = 20;

    static final List<Rule> ALL = List.of(
            systemDisk(ApiProfile.PAGE_2025),
            systemDisk(ApiProfile.PAGE_2021),
            Rule.error("param.SystemDiskSize.required", "systemDiskSize", "every job gives it", subject -> {
                        if (!subject.spec().has(SpecField.SYSTEM_DISK_SIZE)) {
                            subject.missing("systemDiskSize", "the edition of 2021 needs it (20 to 500 GiB)");
                        }
                    })
                    .only(ApiProfile.PAGE_2021),
            Rule.error(
                    "param.SystemDiskPart",
                    "systemDiskPart",
                    "at most 32 partitions; device as disk_partition; sizeBytes 1 or more",
                    subject -> Partitions.form(
                            subject, "systemDiskPart", subject.spec().systemDiskParts())),
            Rule.error(
                    "param.DataDisk",
                    "dataDisk",
                    "at most 16 disks; index 1 to 16; size 20 to 32768 GiB; partitions as for the system disk",
                    DiskRules::dataDisks),
            Rule.error("CR13", "dataDisk", "device and sizeBytes of a partition: both or neither", subject -> {
                Partitions.pairs(subject, "systemDiskPart", subject.spec().systemDiskParts());
                forEachDisk(subject, (path, disk) -> Partitions.pairs(subject, path + ".part", disk.parts()));
            }),
            Rule.error("CR14", "dataDisk", "the partitions of a disk fit on it", subject -> {
                Partitions.sum(
                        subject,
                        "systemDiskPart",
                        "systemDiskSize",
                        sizes(subject.spec().systemDiskParts()),
                        subject.spec().systemDiskSizeGib());
                forEachDisk(
                        subject,
                        (path, disk) -> Partitions.sum(
                                subject, path + ".part", path + ".size", sizes(disk.parts()), disk.sizeGib()));
            }),
            Rule.error("CR15", "dataDisk", "no two data disks with one index", DiskRules::uniqueIndex));

    private DiskRules() {}

    private interface DiskAction {
        void on(String path, DataDiskSpec disk);
    }

    private static Rule systemDisk(ApiProfile profile) {
        return Texts.range(SpecField.SYSTEM_DISK_SIZE, MIN_GIB, profile.maxSystemDiskGib(), " (GiB)")
                .only(profile);
    }

    private static void dataDisks(Subject subject) {
        int count = subject.spec().dataDisks().size();
        if (count > Limits.DATA_DISKS.entries()) {
            subject.report("Too many data disks", count, "at most " + Limits.DATA_DISKS.entries(), null);
        }
        forEachDisk(subject, (path, disk) -> {
            Integer index = disk.index();
            if (index == null) {
                subject.missing(path + ".index", "give the index of the data disk of the source, 1 to 16");
            } else if (!Limits.DATA_DISK_INDEX.allows(index)) {
                subject.report(path + ".index", "Value out of range", index, Limits.DATA_DISK_INDEX.toString(), null);
            }
            Integer size = disk.sizeGib();
            if (size != null && !Limits.DATA_DISK_SIZE.allows(size)) {
                subject.report(
                        path + ".size",
                        "Value out of range",
                        size,
                        Limits.DATA_DISK_SIZE + " (GiB)",
                        "choose a size above the used space of the source disk");
            }
            Partitions.form(subject, path + ".part", disk.parts());
        });
    }

    private static void uniqueIndex(Subject subject) {
        Map<Integer, Integer> seen = new HashMap<>();
        List<DataDiskSpec> disks = subject.spec().dataDisks();
        for (int i = 0; i < disks.size(); i++) {
            Integer index = disks.get(i).index();
            Integer earlier = index == null ? null : seen.putIfAbsent(index, i);
            if (earlier != null) {
                subject.report(
                        "dataDisk[" + (i + 1) + "].index",
                        "The index stands twice",
                        brief(disks.get(earlier)) + ";" + brief(disks.get(i)),
                        "each index once",
                        "give each disk its own index; disk " + (earlier + 1) + " of the row has this one too");
            }
        }
    }

    /** As a sheet writes the disk: {@code 1:100}. */
    private static String brief(DataDiskSpec disk) {
        return disk.index() + (disk.sizeGib() == null ? "" : ":" + disk.sizeGib());
    }

    private static void forEachDisk(Subject subject, DiskAction action) {
        List<DataDiskSpec> disks = subject.spec().dataDisks();
        for (int i = 0; i < disks.size(); i++) {
            action.on("dataDisk[" + (i + 1) + "]", disks.get(i));
        }
    }

    private static List<Long> sizes(List<PartitionSpec> parts) {
        List<Long> sizes = new ArrayList<>(parts.size());
        parts.forEach(part -> sizes.add(Objects.requireNonNullElse(part.sizeBytes(), 0L)));
        return sizes;
    }
}
