package io.camelsmc.job;

import io.camelsmc.spec.SpecField;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statuses of a replication job, and what follows from each of them. */
public enum JobStatus {
    /** Created, not started yet. */
    READY("Ready"),
    /** Running; {@link BusinessStatus} gives the phase. */
    RUNNING("Running"),
    /** Stopped by somebody; a start resumes it. */
    STOPPED("Stopped"),
    /** Failed; the job reports an error code. */
    IN_ERROR("InError"),
    /** The migration is done. */
    FINISHED("Finished"),
    /** Between two cycles of an incremental migration. */
    WAITING("Waiting"),
    /** Its valid time has passed; the service removes it some days later. */
    EXPIRED("Expired"),
    /** Being deleted. */
    DELETING("Deleting"),
    /** Not reported, or a status that this version does not know. */
    UNKNOWN("");

    private static final List<String> LABELS = Arrays.stream(values())
            .filter(status -> status != UNKNOWN)
            .map(JobStatus::label)
            .toList();

    private final String label;

    JobStatus(String label) {
        this.label = label;
    }

    /** The status of a text as the service spells it; {@link #UNKNOWN} for null and for any other text. */
    public static JobStatus of(@Nullable String text) {
        for (JobStatus status : values()) {
            if (status != UNKNOWN && status.label.equals(text)) {
                return status;
            }
        }
        return UNKNOWN;
    }

    /** All statuses that the service has, as it spells them. */
    public static List<String> labels() {
        return LABELS;
    }

    /** As the service spells it; empty for {@link #UNKNOWN}. */
    public String label() {
        return label;
    }

    /** Whether such a job blocks a new job for its source. An unknown status counts as unfinished. */
    public boolean unfinished() {
        return this != FINISHED && this != DELETING;
    }

    /** Whether such a job has ended and could be deleted to free quota. */
    public boolean removable() {
        return this == FINISHED || this == EXPIRED;
    }

    /** Whether such a job takes a change of a field. An unknown status allows only what every status allows. */
    public boolean allowsChangeOf(SpecField field) {
        return switch (field.modifiable()) {
            case ANY -> true;
            case BEFORE_START -> this == READY;
            case BEFORE_START_OR_WAITING -> this == READY || this == WAITING;
            case VALID_TIME -> unfinished() && this != EXPIRED && this != UNKNOWN;
            case NEVER, TAGS -> false;
        };
    }

    /** Whether such a job needs a person before it can go on. */
    public boolean stuck() {
        return this == IN_ERROR || this == EXPIRED;
    }
}
