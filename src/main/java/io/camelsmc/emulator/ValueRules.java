package io.camelsmc.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What each single value of CreateReplicationJob must look like. Parameters without a rule are taken as they are. */
final class ValueRules {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, ValueRule> RULES = new HashMap<>();

    static {
        String named = "[A-Za-z\\p{IsHan}][A-Za-z0-9\\p{IsHan}:_-]{1,127}";
        matching("RegionId", "[a-z]{2,4}(-[a-z0-9]+)+", "a region id");
        matching("SourceId", "s-[0-9a-z]+", "s- and lower-case letters or digits");
        matching("ClientToken", "[\\x20-\\x7E]{1,64}", "1 to 64 ASCII characters");
        matching("Name", named, "2 to 128 letters, digits, colons, underscores or hyphens, a letter first");
        matching("ImageName", named, "2 to 128 letters, digits, colons, underscores or hyphens, a letter first");
        matching("Description", "(?!https?://)[A-Za-z\\p{IsHan}].{1,127}", "2 to 128 characters, a letter first");
        anyOf("TargetType", "Image", "ContainerImage", "TargetInstance");
        matching("InstanceId", "i-[0-9a-z]+", "i- and lower-case letters or digits");
        whole("SystemDiskSize", 20, 2048);
        partition("SystemDiskPart");
        whole("DataDisk.Index", 1, 16);
        whole("DataDisk.Size", 20, 32_768);
        partition("DataDisk.Part");
        whole("Disks.System.Size", 20, 32_768);
        anyOf("Disks.System.LVM", "true", "false");
        whole("Disks.System.Part.SizeBytes", 1, Long.MAX_VALUE);
        anyOf("Disks.System.Part.Block", "true", "false");
        whole("Disks.Data.Size", 20, 32_768);
        anyOf("Disks.Data.LVM", "true", "false");
        matching("Disks.Data.DiskId", "d-[0-9a-z]+", "d- and lower-case letters or digits");
        whole("Disks.Data.Part.SizeBytes", 1, Long.MAX_VALUE);
        anyOf("Disks.Data.Part.Block", "true", "false");
        String notReserved = "(?!aliyun|acs:|https?://)";
        matching("Tag.Key", notReserved + ".{1,128}", "1 to 128 characters without a reserved beginning");
        matching("Tag.Value", notReserved + ".{0,128}", "at most 128 characters without a reserved beginning");
        anyOf("NetMode", "0", "2");
        matching("VpcId", "vpc-[0-9a-z]+", "vpc- and lower-case letters or digits");
        matching("VSwitchId", "vsw-[0-9a-z]+", "vsw- and lower-case letters or digits");
        rule("ReplicationParameters", ValueRules::isShortJsonObject, "a JSON object of at most 2048 characters");
        anyOf("RunOnce", "true", "false");
        whole("Frequency", 1, 168);
        whole("MaxNumberOfImageToKeep", 1, 10);
        matching("InstanceType", "ecs\\.[a-z0-9.-]+", "an instance type");
        matching("LaunchTemplateId", "lt-[0-9a-z]+", "lt- and lower-case letters or digits");
        anyOf("LicenseType", "", "BYOL");
        anyOf("JobType", "0", "1", "2", "3");
        matching("ResourceGroupId", "rg-[0-9a-z]+", "rg- and lower-case letters or digits");
    }

    private ValueRules() {}

    /** Refuses the first value, in order of names, that breaks its rule. */
    static void check(SortedMap<String, String> parameters) {
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String name = WireList.plainName(parameter.getKey());
            ValueRule rule = RULES.get(name);
            if (rule != null && !rule.accepts().test(parameter.getValue())) {
                throw Refusal.invalid(name, rule.expectation());
            }
        }
    }

    private static void partition(String prefix) {
        matching(prefix + ".Device", "\\d+_\\d+", "disk and partition joined by an underscore");
        whole(prefix + ".SizeBytes", 1, Long.MAX_VALUE);
        anyOf(prefix + ".Block", "true", "false");
    }

    private static void matching(String name, String regex, String expectation) {
        rule(name, Pattern.compile(regex).asMatchPredicate(), "it must be " + expectation);
    }

    private static void whole(String name, long least, long most) {
        rule(name, text -> isWhole(text, least, most), "it must be a whole number from " + least + " to " + most);
    }

    private static void anyOf(String name, String... values) {
        List<String> known = Arrays.asList(values);
        rule(name, text -> known.stream().anyMatch(text::equalsIgnoreCase), "it must be one of " + known);
    }

    private static void rule(String name, Predicate<String> accepts, String expectation) {
        RULES.put(name, new ValueRule(accepts, expectation));
    }

    static boolean isWhole(String text, long least, long most) {
        try {
            long value = Long.parseLong(text);
            return value >= least && value <= most && text.charAt(0) != '+';
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isShortJsonObject(String text) {
        try {
            return text.length() <= 2048 && JSON.readTree(text).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private record ValueRule(Predicate<String> accepts, String expectation) {}
}
