package io.camelsmc.job;

import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One field in which a job is not as a spec wants it. A field counts only where both sides have it: what the user did not
 * write is the service's to choose, and the service leaves fields out of its answers. A value that the service is known to
 * rewrite counts as equal in the form that it gets.
 *
 * @param field the field
 * @param wanted value of the spec, as people read it
 * @param found value of the job, as people read it
 */
public record JobDifference(SpecField field, String wanted, String found) {

    /** Never reported by the service, so never comparable. */
    private static final Set<SpecField> NOT_REPORTED = Set.of(SpecField.CLIENT_TOKEN, SpecField.REPLICATION_PARAMETERS);

    /** The fields that both sides have and that differ, in the order of {@link SpecField}. */
    public static List<JobDifference> between(ReplicationJobSpec wanted, ReplicationJobSpec found) {
        List<JobDifference> differences = new ArrayList<>();
        for (SpecField field : wanted.fields()) {
            Object mine = wanted.get(field);
            Object theirs = found.get(field);
            if (field.isApiParameter() && mine != null && theirs != null && !NOT_REPORTED.contains(field)) {
                if (!SameValue.of(field, mine, theirs)) {
                    differences.add(new JobDifference(field, show(mine), show(theirs)));
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

    private static String show(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"))
                : value.toString();
    }

    @Override
    public String toString() {
        return as(field.specName());
    }

    /** The difference as text, the field under another name, such as that of a column. */
    public String as(String name) {
        return name + ": wanted " + SafeText.excerpt(wanted) + ", found " + SafeText.excerpt(found);
    }
}
