package io.camelsmc.emulator;

import static io.camelsmc.emulator.EmulatedStatus.IN_ERROR;
import static io.camelsmc.emulator.EmulatedStatus.READY;
import static io.camelsmc.emulator.EmulatedStatus.RUNNING;
import static io.camelsmc.emulator.EmulatedStatus.STOPPED;
import static io.camelsmc.emulator.EmulatedStatus.WAITING;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which attributes ModifyReplicationJobAttribute changes in which status, and how. Where the page is silent the emulator
 * chooses, all of it unconfirmed: a parameter that the operation does not have is ignored, as the gateway does with
 * strangers; so is an empty value, since no page says that one clears anything; a list takes the place of the whole old
 * list; "before the job is executed" means Ready, not Stopped or InError. Quirks choose the other way.
 */
final class ModifyChecks {

    private static final Map<String, Set<EmulatedStatus>> ALLOWED = new HashMap<>();

    static {
        allow(EnumSet.allOf(EmulatedStatus.class), "Name", "Description");
        allow(EnumSet.of(READY, WAITING), "Frequency", "MaxNumberOfImageToKeep");
        allow(EnumSet.of(READY, RUNNING, STOPPED, IN_ERROR, WAITING), "ValidTime");
        allow(EnumSet.of(READY), "TargetType", "ScheduledStartTime", "ImageName", "InstanceId");
        allow(EnumSet.of(READY), "SystemDiskSize", "SystemDiskPart", "DataDisk");
        allow(EnumSet.of(READY), "NetMode", "VpcId", "VSwitchId", "ReplicationParameters", "InstanceType");
        allow(EnumSet.of(READY), "LaunchTemplateId", "LaunchTemplateVersion", "InstanceRamRole");
        allow(EnumSet.of(READY), "ContainerNamespace", "ContainerRepository", "ContainerTag");
    }

    private ModifyChecks() {}

    /** What the request asks to change; an empty value in it asks to clear the attribute. */
    static SortedMap<String, String> changes(SortedMap<String, String> parameters, EmulatorSettings settings) {
        SortedMap<String, String> changes = new TreeMap<>(parameters);
        changes.keySet().removeIf(name -> !ALLOWED.containsKey(attribute(name)));
        changes.entrySet().removeIf(change -> change.getValue().isEmpty() && !clears(change.getKey(), settings));
        return changes;
    }

    private static boolean clears(String name, EmulatorSettings settings) {
        return settings.has(Quirk.CLEAR_BY_EMPTY_VALUE)
                || (name.equals("ValidTime") && settings.has(Quirk.NEVER_EXPIRE_WHEN_EMPTY));
    }

    /** Refuses values that no job could take. */
    static void check(SortedMap<String, String> changes) {
        SortedMap<String, String> values = new TreeMap<>(changes);
        values.values().removeIf(String::isEmpty);
        ValueRules.check(values);
        // The page of the operation still says 500, although a create takes 2048.
        if (Long.parseLong(values.getOrDefault("SystemDiskSize", "20")) > 500) {
            throw Refusal.invalid("SystemDiskSize", "it must be a whole number from 20 to 500");
        }
        CreateChecks.time(changes, "ScheduledStartTime");
        CreateChecks.time(changes, "ValidTime");
    }

    /** Refuses what the status or the age of the job does not allow. */
    static void check(LiveJob job, SortedMap<String, String> changes, Instant now, EmulatorSettings settings) {
        for (String name : changes.keySet()) {
            checkStatus(job, attribute(name), now, settings);
        }
        CreateChecks.checkTime(changes, "ScheduledStartTime", now, now.plus(Duration.ofDays(30)));
        Instant born = job.createdAt();
        CreateChecks.checkTime(changes, "ValidTime", born.plus(Duration.ofDays(7)), born.plus(Duration.ofDays(90)));
    }

    private static void checkStatus(LiveJob job, String attribute, Instant now, EmulatorSettings settings) {
        Set<EmulatedStatus> statuses = ALLOWED.getOrDefault(attribute, Set.of());
        boolean betweenRuns = job.status() == STOPPED || job.status() == IN_ERROR;
        if (statuses.contains(job.status())
                || (betweenRuns && statuses.contains(READY) && settings.has(Quirk.MODIFY_BEFORE_NEXT_RUN))) {
            return;
        }
        boolean tunes = attribute.equals("ReplicationParameters") && settings.has(Quirk.MODIFY_WHILE_SYNCING);
        if (job.status() != RUNNING || !tunes) {
            throw new Refusal(
                    400,
                    "ReplicationJob.InvalidStatus",
                    "The replication job is " + job.status().wire() + ", which does not allow to change " + attribute
                            + ".");
        }
        if (!job.businessStatusAt(now).equals("Syncing")) {
            throw JobVerb.invalidPhase(job, now, "Syncing");
        }
    }

    /** The parameters of the job after the change. */
    static SortedMap<String, String> merged(LiveJob job, SortedMap<String, String> changes, EmulatorSettings settings) {
        SortedMap<String, String> merged = new TreeMap<>(job.parameters());
        for (String list : List.of("SystemDiskPart", "DataDisk")) {
            if (changes.keySet().stream().anyMatch(name -> attribute(name).equals(list))) {
                merged.keySet().removeIf(name -> attribute(name).equals(list));
            }
        }
        merged.putAll(changes);
        merged.keySet().removeIf(name -> changes.getOrDefault(name, "-").isEmpty());
        if (settings.has(Quirk.MERGE_DATA_DISKS)) {
            keepOtherDisks(job.parameters(), merged);
        }
        return merged;
    }

    /** Puts the disks back that the change does not name. */
    private static void keepOtherDisks(SortedMap<String, String> before, SortedMap<String, String> merged) {
        var named = WireList.items(merged, "DataDisk");
        int number = named.isEmpty() ? 0 : named.lastKey();
        for (SortedMap<String, String> disk : WireList.items(before, "DataDisk").values()) {
            String index = disk.getOrDefault("Index", "");
            if (named.values().stream().noneMatch(other -> index.equals(other.get("Index")))) {
                number++;
                String prefix = "DataDisk." + number + '.';
                disk.forEach((field, value) -> merged.put(prefix + field, value));
            }
        }
    }

    private static String attribute(String wireName) {
        int dot = wireName.indexOf('.');
        return dot < 0 ? wireName : wireName.substring(0, dot);
    }

    private static void allow(Set<EmulatedStatus> statuses, String... attributes) {
        for (String attribute : attributes) {
            ALLOWED.put(attribute, statuses);
        }
    }
}
