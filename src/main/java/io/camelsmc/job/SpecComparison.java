package io.camelsmc.job;

import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.DisksSpec;
import io.camelsmc.spec.PartitionSpec;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a spec wants with what the service reports. A field counts only where both sides have it: what the user
 * did not write is the service's to choose, and the service leaves fields out of its answers. Where the service is known
 * to rewrite a value, its form counts as equal: a suffix on the image name, the number of a launch template version that
 * was asked for by word, white space around a description, further tags and partitions, another order of disks and tags.
 */
public final class SpecComparison {

    /** Never reported by the service, so never comparable. */
    private static final Set<SpecField> NOT_REPORTED = Set.of(SpecField.CLIENT_TOKEN, SpecField.REPLICATION_PARAMETERS);

    private SpecComparison() {}

    /** The fields that both sides have and that differ, in the order of {@link SpecField}. */
    public static List<FieldDifference> between(ReplicationJobSpec wanted, ReplicationJobSpec found) {
        List<FieldDifference> differences = new ArrayList<>();
        for (SpecField field : wanted.fields()) {
            Object mine = wanted.get(field);
            Object theirs = found.get(field);
            if (field.isApiParameter() && mine != null && theirs != null && !NOT_REPORTED.contains(field)) {
                if (!same(field, mine, theirs)) {
                    differences.add(new FieldDifference(field, show(mine), show(theirs)));
                }
            }
        }
        return differences;
    }

    /** Whether a report of the service shows enough of a field to tell that it is as wanted. */
    public static boolean shows(SpecField field, ReplicationJobSpec wanted, ReplicationJobSpec found) {
        return switch (field) {
            // The service writes the parameters in a form of its own; only an equal text says something.
            case REPLICATION_PARAMETERS -> Objects.equals(wanted.get(field), found.get(field));
            case LAUNCH_TEMPLATE_VERSION ->
                found.has(field)
                        && !String.valueOf(wanted.launchTemplateVersion()).startsWith("$");
            case DATA_DISK -> found.has(field) && showsParts(wanted.dataDisks(), found.dataDisks());
            default -> found.has(field);
        };
    }

    private static boolean showsParts(List<DataDiskSpec> wanted, List<DataDiskSpec> found) {
        return wanted.stream().filter(disk -> !disk.parts().isEmpty()).allMatch(disk -> found.stream()
                .anyMatch(other -> Objects.equals(disk.index(), other.index())
                        && !other.parts().isEmpty()));
    }

    private static boolean same(SpecField field, Object wanted, Object found) {
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

    private static String show(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"))
                : value.toString();
    }
}
