package io.camelsmc.spec.check;

import io.camelsmc.diag.OddCharacter;
import io.camelsmc.spec.PartitionSpec;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the partitions of one disk obey, whichever disk it is. */
final class Partitions {

    private static final long GIB = 1L << 30;

    private Partitions() {}

    /** Form of device and size, and how many there are. */
    static void form(Subject subject, String path, List<PartitionSpec> parts) {
        if (parts.size() > Limits.PARTITIONS.entries()) {
            subject.report(path, "Too many partitions", parts.size(), "at most " + Limits.PARTITIONS.entries(), null);
        }
        for (int i = 0; i < parts.size(); i++) {
            String at = path + "[" + (i + 1) + "]";
            String device = parts.get(i).device();
            if (device != null && !Limits.DEVICE.allows(device)) {
                subject.report(
                        at + ".device",
                        "Wrong form",
                        device,
                        "disk_partition, such as 0_1",
                        OddCharacter.fix(device, "copy it from the source server"));
            }
            Long bytes = parts.get(i).sizeBytes();
            if (bytes != null && !Limits.BYTES.allows(bytes)) {
                subject.report(at + ".sizeBytes", "Value out of range", bytes, "1 or more (bytes)", null);
            }
        }
    }

    /** Device and size: both or neither. */
    static void pairs(Subject subject, String path, List<PartitionSpec> parts) {
        for (int i = 0; i < parts.size(); i++) {
            PartitionSpec part = parts.get(i);
            String at = path + "[" + (i + 1) + "]";
            if (part.device() == null && part.sizeBytes() != null) {
                subject.missing(at + ".device", "sizeBytes needs it");
            }
            if (part.device() != null && part.sizeBytes() == null) {
                subject.missing(at + ".sizeBytes", "device needs it");
            }
        }
    }

    /**
     * The sum of the sizes against the size of the disk, where both are known.
     *
     * @param sizeField where the size of the disk stands
     * @param sizes bytes of each partition, 0 where it is not given
     */
    static void sum(Subject subject, String path, String sizeField, List<Long> sizes, @Nullable Integer diskGib) {
        if (diskGib == null || sizes.isEmpty()) {
            return;
        }
        long room = diskGib * GIB;
        long sum = 0;
        for (long size : sizes) {
            sum = size > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + Math.max(0, size);
        }
        if (sum > room) {
            subject.report(
                    path,
                    "The partitions are larger than the disk",
                    sum,
                    String.format(Locale.ROOT, "at most %d bytes (%d GiB)", room, diskGib),
                    sumFix(path, sizeField, sizes, sum));
        }
    }

    private static String sumFix(String path, String sizeField, List<Long> sizes, long sum) {
        int largest = sizes.indexOf(Collections.max(sizes));
        String shrink = "shrink " + path + "[" + (largest + 1) + "].sizeBytes";
        long gib = sum / GIB + (sum % GIB == 0 ? 0 : 1);
        return gib > Limits.DATA_DISK_SIZE.max()
                ? shrink
                : "set " + sizeField + " to at least " + gib + " GiB, or " + shrink;
    }
}
