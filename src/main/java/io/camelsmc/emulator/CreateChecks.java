package io.camelsmc.emulator;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What CreateReplicationJob can decide from the request alone. A change of a job must leave one that passes too. */
final class CreateChecks {

    private static final Pattern UTC_SECONDS = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final long GIB = 1L << 30;

    private CreateChecks() {}

    static void required(SortedMap<String, String> parameters) {
        require(parameters, "RegionId");
        require(parameters, "SourceId");
    }

    static void check(SortedMap<String, String> parameters, Instant now) {
        ValueRules.check(parameters);
        checkTogether(parameters);
        checkTime(parameters, "ScheduledStartTime", now, now.plus(Duration.ofDays(30)));
        checkTime(parameters, "ValidTime", now.plus(Duration.ofDays(7)), now.plus(Duration.ofDays(90)));
    }

    /** Refuses values that do not fit together. */
    static void checkTogether(SortedMap<String, String> parameters) {
        checkTarget(parameters);
        checkCycle(parameters);
        if ("2".equals(parameters.get("NetMode"))) {
            require(parameters, "VSwitchId");
        }
        checkDisks(parameters);
        checkTags(parameters);
    }

    /** The time in a parameter, or null when it is absent or empty. */
    static @Nullable Instant time(SortedMap<String, String> parameters, String name) {
        String text = parameters.getOrDefault(name, "");
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (UTC_SECONDS.matcher(text).matches()) {
                return Instant.parse(text);
            }
        } catch (DateTimeException e) {
            // A month of 13 is refused like any other malformed time.
        }
        throw Refusal.invalid(name, "it must be a UTC time like 2026-01-15T08:30:00Z");
    }

    private static void checkTarget(SortedMap<String, String> parameters) {
        String type = parameters.getOrDefault("TargetType", "");
        if (type.equalsIgnoreCase("Image")) {
            require(parameters, "ImageName");
            if (!parameters.containsKey("Disks.System.Size")) {
                require(parameters, "SystemDiskSize");
            }
        } else if (type.equalsIgnoreCase("TargetInstance")) {
            require(parameters, "InstanceId");
        } else if (type.equalsIgnoreCase("ContainerImage")) {
            require(parameters, "ContainerNamespace");
            require(parameters, "ContainerRepository");
            require(parameters, "InstanceRamRole");
        }
    }

    private static void checkCycle(SortedMap<String, String> parameters) {
        if ("false".equalsIgnoreCase(parameters.get("RunOnce"))) {
            require(parameters, "Frequency");
            require(parameters, "MaxNumberOfImageToKeep");
        }
    }

    private static void checkDisks(SortedMap<String, String> parameters) {
        checkParts(parameters, "SystemDiskPart", "SystemDiskPart", parameters.get("SystemDiskSize"));
        var disks = WireList.items(parameters, "DataDisk");
        if (disks.size() > 16) {
            throw Refusal.invalid("DataDisk", "there may be 16 at most");
        }
        Set<String> indexes = new HashSet<>();
        for (SortedMap<String, String> disk : disks.values()) {
            String index = disk.get("Index");
            if (index == null) {
                throw Refusal.missing("DataDisk.Index");
            }
            if (!indexes.add(index)) {
                throw new Refusal(400, "DataDisk.DuplicateIndex", "The data disk index " + index + " is repeated.");
            }
            checkParts(disk, "Part", "DataDisk.Part", disk.get("Size"));
        }
    }

    private static void checkParts(
            SortedMap<String, String> parameters, String listName, String plainName, @Nullable String sizeGib) {
        var parts = WireList.items(parameters, listName);
        if (parts.size() > 32) {
            throw Refusal.invalid(plainName, "there may be 32 at most");
        }
        double sum = 0;
        for (SortedMap<String, String> part : parts.values()) {
            String size = part.get("SizeBytes");
            if (part.containsKey("Device") != (size != null)) {
                throw Refusal.missing(plainName + (size == null ? ".SizeBytes" : ".Device"));
            }
            sum += size == null ? 0 : Long.parseLong(size);
        }
        if (sizeGib != null && sum > (double) Long.parseLong(sizeGib) * GIB) {
            throw Refusal.invalid(plainName + ".SizeBytes", "the partitions do not fit on the disk");
        }
    }

    private static void checkTags(SortedMap<String, String> parameters) {
        var tags = WireList.items(parameters, "Tag");
        if (tags.size() > 20) {
            throw Refusal.invalid("Tag", "there may be 20 at most");
        }
        Set<String> keys = new HashSet<>();
        for (SortedMap<String, String> tag : tags.values()) {
            String key = tag.get("Key");
            if (key == null) {
                throw Refusal.missing("Tag.Key");
            }
            if (!keys.add(key)) {
                throw Refusal.invalid("Tag.Key", "keys must differ");
            }
        }
    }

    static void checkTime(SortedMap<String, String> parameters, String name, Instant least, Instant most) {
        Instant time = time(parameters, name);
        if (time != null && (time.isBefore(least) || time.isAfter(most))) {
            throw Refusal.invalid(name, "it must lie between " + least + " and " + most);
        }
    }

    private static void require(SortedMap<String, String> parameters, String name) {
        if (parameters.getOrDefault(name, "").isBlank()) {
            throw Refusal.missing(name);
        }
    }
}
