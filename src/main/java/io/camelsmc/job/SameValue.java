package io.camelsmc.job;

import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.DisksSpec;
import io.camelsmc.spec.PartitionSpec;
import io.camelsmc.spec.SpecField;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares two values of a field. Where the service is known to rewrite a value, its form counts as equal: a suffix on the
 * image name, the number of a launch template version that was asked for by word, white space around a description,
 * further tags and partitions, another order of disks and tags.
 */
final class SameValue {

    private SameValue() {}

    /** Whether the service reports the value that the spec wants, in one of its forms. */
    static boolean of(SpecField field, Object wanted, Object found) {
        return switch (field) {
            case IMAGE_NAME -> sameImageName((String) wanted, (String) found);
            case LAUNCH_TEMPLATE_VERSION -> ((String) wanted).startsWith("$") || wanted.equals(found);
            case DESCRIPTION -> ((String) wanted).strip().equals(((String) found).strip());
            case TAG -> new HashSet<>((List<?>) found).containsAll((List<?>) wanted);
            case DATA_DISK -> sameDataDisks((List<?>) wanted, (List<?>) found);
            case SYSTEM_DISK_PART -> samePartitions((List<?>) wanted, (List<?>) found);
            case DISKS_LAYOUT -> sameLayout((DisksSpec) wanted, (DisksSpec) found);
            default -> wanted.equals(found);
        };
    }

    /** An image of that name made the service append the job id (pages Create and Modify spell the joint differently). */
    private static boolean sameImageName(String wanted, String found) {
        return found.equals(wanted) || found.startsWith(wanted + "_j-") || found.startsWith(wanted + "-j-");
    }

    private static boolean sameDataDisks(List<?> wanted, List<?> found) {
        if (wanted.size() != found.size()) {
            return false;
        }
        return wanted.stream().map(DataDiskSpec.class::cast).allMatch(disk -> found.stream()
                .map(DataDiskSpec.class::cast)
                .filter(other -> Objects.equals(disk.index(), other.index()))
                .anyMatch(other ->
                        agree(disk.sizeGib(), other.sizeGib()) && samePartitions(disk.parts(), other.parts())));
    }

    /** Parts that the spec names must be there as it wants them; the service may list further ones of the source. */
    private static boolean samePartitions(List<?> wanted, List<?> found) {
        return found.isEmpty()
                || wanted.stream().map(PartitionSpec.class::cast).allMatch(part -> found.stream()
                        .map(PartitionSpec.class::cast)
                        .filter(other -> Objects.equals(part.device(), other.device()))
                        .anyMatch(other ->
                                agree(part.sizeBytes(), other.sizeBytes()) && agree(part.block(), other.block())));
    }

    private static boolean sameLayout(DisksSpec wanted, DisksSpec found) {
        DisksSpec.Disk mine = wanted.system();
        DisksSpec.Disk theirs = found.system();
        if (mine != null && theirs != null && !sameDisk(mine, theirs)) {
            return false;
        }
        if (wanted.data().size() != found.data().size()) {
            return false;
        }
        for (int i = 0; i < wanted.data().size(); i++) {
            if (!sameDisk(wanted.data().get(i), found.data().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameDisk(DisksSpec.Disk wanted, DisksSpec.Disk found) {
        return agree(wanted.sizeGib(), found.sizeGib())
                && agree(wanted.lvm(), found.lvm())
                && agree(wanted.diskId(), found.diskId())
                && (found.parts().isEmpty() || Set.copyOf(found.parts()).containsAll(wanted.parts()));
    }

    /** Whether two values agree, as far as both are known. */
    private static boolean agree(@Nullable Object wanted, @Nullable Object found) {
        return wanted == null || found == null || wanted.equals(found);
    }
}
