package io.camelsmc.emulator;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** How much a job has to copy. */
final class DiskSizes {

    private static final double MEBIBYTES = 1024;
    private static final int USUAL_GIB = 40;

    private DiskSizes() {}

    /** The MiB on the disks of a job: the sizes it asks for, else those of its source. */
    static double mebibytes(SortedMap<String, String> parameters, @Nullable EmulatedSource source) {
        int known = source == null ? USUAL_GIB : source.systemDisk().sizeGib();
        double gib = number(parameters.getOrDefault("SystemDiskSize", parameters.get("Disks.System.Size")), known);
        for (SortedMap<String, String> disk :
                WireList.items(parameters, "DataDisk").values()) {
            gib += number(disk.get("Size"), sizeOf(source, disk.get("Index")));
        }
        for (SortedMap<String, String> disk :
                WireList.items(parameters, "Disks.Data").values()) {
            gib += number(disk.get("Size"), USUAL_GIB);
        }
        return gib * MEBIBYTES;
    }

    private static int sizeOf(@Nullable EmulatedSource source, @Nullable String index) {
        if (source == null || index == null) {
            return USUAL_GIB;
        }
        return source.dataDisks().stream()
                .filter(disk -> index.equals(Integer.toString(disk.index())))
                .mapToInt(EmulatedDisk::sizeGib)
                .findFirst()
                .orElse(USUAL_GIB);
    }

    private static int number(@Nullable String text, int absent) {
        return text == null ? absent : Integer.parseInt(text);
    }
}
