package io.camelsmc.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source server.
 *
 * @param sourceId its id, {@code s-} and lower-case alphanumerics
 * @param name its name
 * @param description what somebody wrote about it, or an empty text
 * @param state {@code Available}, {@code InUse}, {@code Unavailable} or {@code Deleting}
 * @param errorCode why it is unavailable, or an empty text
 * @param platform its operating system
 * @param architecture its processor
 * @param systemDisk the disk with index 0
 * @param dataDisks the other disks by index
 * @param createdAt when it was registered
 * @param jobId its last job, or null
 * @param learnsDisks whether a data disk exists as soon as a job names it
 */
public record EmulatedSource(
        String sourceId,
        String name,
        String description,
        String state,
        String errorCode,
        String platform,
        String architecture,
        EmulatedDisk systemDisk,
        List<EmulatedDisk> dataDisks,
        Instant createdAt,
        @Nullable String jobId,
        boolean learnsDisks) {

    /** State of a source that takes a job. */
    public static final String AVAILABLE = "Available";
    /** State of a source with an unfinished job. */
    public static final String IN_USE = "InUse";
    /** State of a source whose agent cannot be reached. */
    public static final String UNAVAILABLE = "Unavailable";
    /** State of a source that is being removed. */
    public static final String DELETING = "Deleting";

    private static final Instant REGISTERED = Instant.parse("2026-01-10T02:58:09Z");

    /** Copies and sorts the disks. */
    public EmulatedSource {
        List<EmulatedDisk> sorted = new ArrayList<>(dataDisks);
        sorted.sort(Comparator.comparingInt(EmulatedDisk::index));
        dataDisks = List.copyOf(sorted);
    }

    /** A Linux server that is ready, with a system disk of 40 GiB and the given data disks. */
    public static EmulatedSource available(String sourceId, String name, EmulatedDisk... dataDisks) {
        return new EmulatedSource(
                sourceId,
                name,
                "",
                AVAILABLE,
                "",
                "Ubuntu",
                "x86_64",
                EmulatedDisk.system(40),
                List.of(dataDisks),
                REGISTERED,
                null,
                false);
    }

    /** The same server in another state. */
    public EmulatedSource withState(String otherState, String otherErrorCode) {
        return copy(otherState, otherErrorCode, dataDisks, jobId, learnsDisks);
    }

    /** The same server with another operating system. */
    public EmulatedSource withPlatform(String otherPlatform, String otherArchitecture) {
        return new EmulatedSource(
                sourceId,
                name,
                description,
                state,
                errorCode,
                otherPlatform,
                otherArchitecture,
                systemDisk,
                dataDisks,
                createdAt,
                jobId,
                learnsDisks);
    }

    /** The same server with other data disks. */
    public EmulatedSource withDataDisks(List<EmulatedDisk> otherDisks) {
        return copy(state, errorCode, otherDisks, jobId, learnsDisks);
    }

    EmulatedSource named(String otherName, String otherDescription) {
        return new EmulatedSource(
                sourceId,
                otherName,
                otherDescription,
                state,
                errorCode,
                platform,
                architecture,
                systemDisk,
                dataDisks,
                createdAt,
                jobId,
                learnsDisks);
    }

    EmulatedSource withJob(String lastJobId) {
        return copy(state, errorCode, dataDisks, lastJobId, learnsDisks);
    }

    EmulatedSource learning() {
        return copy(state, errorCode, dataDisks, jobId, true);
    }

    boolean hasDataDisk(int index) {
        return dataDisks.stream().anyMatch(disk -> disk.index() == index);
    }

    private EmulatedSource copy(
            String newState,
            String newErrorCode,
            List<EmulatedDisk> newDisks,
            @Nullable String newJobId,
            boolean learns) {
        return new EmulatedSource(
                sourceId,
                name,
                description,
                newState,
                newErrorCode,
                platform,
                architecture,
                systemDisk,
                newDisks,
                createdAt,
                newJobId,
                learns);
    }
}
