package io.camelsmc.spec.check;

import io.camelsmc.diag.OddCharacter;
import io.camelsmc.spec.DisksSpec;
import io.camelsmc.spec.SpecField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The path-based disk layout. */
final class LayoutRules {

    private static final List<SpecField> OLDER =
            List.of(SpecField.SYSTEM_DISK_SIZE, SpecField.SYSTEM_DISK_PART, SpecField.DATA_DISK);

    static final List<Rule> ALL = List.of(
            Rule.error(
                    "param.Disks",
                    "disks",
                    "size 20 to 32768 GiB; diskId as d- and letters and digits; sizeBytes 1 or more",
                    LayoutRules::form),
            Rule.error(
                    "CR14.disks",
                    "disks",
                    "the partitions of a disk fit on it",
                    subject -> forEachDisk(
                            subject,
                            (path, disk) -> Partitions.sum(
                                    subject, path + ".part", path + ".size", sizes(disk), disk.sizeGib()))),
            Rule.warning(
                    "CR24", "disks", "disks does not go with systemDiskSize, systemDiskPart or dataDisk", subject -> {
                        if (subject.spec().has(SpecField.DISKS_LAYOUT)) {
                            OLDER.stream()
                                    .filter(subject.spec()::has)
                                    .forEach(field -> subject.report(
                                            field.specName(),
                                            "Given beside disks",
                                            null,
                                            null,
                                            "keep one of the two layouts"));
                        }
                    }));

    private LayoutRules() {}

    private interface DiskAction {
        void on(String path, DisksSpec.Disk disk);
    }

    private static void form(Subject subject) {
        forEachDisk(subject, (path, disk) -> {
            Integer size = disk.sizeGib();
            if (size != null && !Limits.LAYOUT_SIZE.allows(size)) {
                subject.report(path + ".size", "Value out of range", size, Limits.LAYOUT_SIZE + " (GiB)", null);
            }
            String id = disk.diskId();
            if (id != null && !Limits.DISK_ID.allows(id)) {
                subject.report(
                        path + ".diskId",
                        "Wrong form",
                        id,
                        "d- and then lower-case letters and digits",
                        OddCharacter.fix(id, "copy the id"));
            }
            for (int i = 0; i < disk.parts().size(); i++) {
                Long bytes = disk.parts().get(i).sizeBytes();
                if (bytes != null && bytes < 1) {
                    subject.report(
                            path + ".part[" + (i + 1) + "].sizeBytes",
                            "Value out of range",
                            bytes,
                            "1 or more (bytes)",
                            null);
                }
            }
        });
    }

    private static void forEachDisk(Subject subject, DiskAction action) {
        DisksSpec disks = subject.spec().disks();
        if (disks == null) {
            return;
        }
        DisksSpec.Disk system = disks.system();
        if (system != null) {
            action.on("disks.system", system);
        }
        for (int i = 0; i < disks.data().size(); i++) {
            action.on("disks.data[" + (i + 1) + "]", disks.data().get(i));
        }
    }

    private static List<Long> sizes(DisksSpec.Disk disk) {
        List<Long> sizes = new ArrayList<>();
        for (DisksSpec.Part part : disk.parts()) {
            sizes.add(Objects.requireNonNullElse(part.sizeBytes(), 0L));
        }
        return sizes;
    }
}
