package io.camelsmc.job;

import io.camelsmc.spec.Modifiable;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a value from being set on a job that exists. Pure; the table of the fields is {@link Modifiable}, and
 * {@link JobStatus#allowsChangeOf} says what each status allows.
 */
public final class ModifyRules {

    /**
     * The largest system disk that a change may ask for, in GiB. A create takes 2048; the page of
     * ModifyReplicationJobAttribute still says 500 (edition of 2025).
     */
    public static final int MAX_SYSTEM_DISK_GIB = 500;

    /** The smallest system disk, in GiB. */
    public static final int MIN_SYSTEM_DISK_GIB = 20;

    private ModifyRules() {}

    /**
     * Why the job cannot be given the value of the spec, in words that follow the name of the field; empty if it can.
     *
     * @param wanted the spec; the field may be absent
     * @param status status of the job as the service reports it; null when it does not
     */
    public static Optional<String> obstacle(ReplicationJobSpec wanted, SpecField field, @Nullable String status) {
        Optional<String> lasting = lastingObstacle(wanted, field);
        Modifiable modifiable = field.modifiable();
        if (lasting.isEmpty() && !JobStatus.of(status).allowsChangeOf(field)) {
            return Optional.of("can be changed only " + modifiable.description() + ", and the job is "
                    + (status == null ? "in an unknown status" : status));
        }
        return lasting;
    }

    /** The same as far as it holds in every status. */
    public static Optional<String> lastingObstacle(ReplicationJobSpec wanted, SpecField field) {
        Modifiable modifiable = field.modifiable();
        if (modifiable == Modifiable.NEVER) {
            return Optional.of("is fixed when the job is created");
        }
        if (modifiable == Modifiable.TAGS) {
            return Optional.of("cannot be changed with the job; tags have operations of their own");
        }
        Integer size = field == SpecField.SYSTEM_DISK_SIZE ? wanted.systemDiskSizeGib() : null;
        if (size != null && (size < MIN_SYSTEM_DISK_GIB || size > MAX_SYSTEM_DISK_GIB)) {
            String bound =
                    size > MAX_SYSTEM_DISK_GIB ? MAX_SYSTEM_DISK_GIB + " or less" : MIN_SYSTEM_DISK_GIB + " or more";
            return Optional.of("can be changed only to " + MIN_SYSTEM_DISK_GIB + " to " + MAX_SYSTEM_DISK_GIB
                    + " GiB in an existing job; use " + bound);
        }
        return Optional.empty();
    }

    /** When the field may be changed, and to what, for documentation; empty for our own fields. */
    public static String describe(SpecField field) {
        if (!field.isApiParameter()) {
            return "";
        }
        String when = field.modifiable().description();
        return field == SpecField.SYSTEM_DISK_SIZE
                ? when + ", " + MIN_SYSTEM_DISK_GIB + " to " + MAX_SYSTEM_DISK_GIB
                : when;
    }
}
