package io.camelsmc.emulator;

import java.util.SortedMap;
import java.util.regex.Pattern;

/** What the names and texts of a workgroup must look like. */
final class WorkgroupRules {

    private static final Pattern NAME = Pattern.compile("[A-Za-z\\p{IsHan}][A-Za-z0-9\\p{IsHan}:_.-]{1,63}");

    private WorkgroupRules() {}

    static void check(SortedMap<String, String> parameters) {
        String name = parameters.getOrDefault("Name", "");
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            throw Refusal.invalid(
                    "Name", "it must be 2 to 64 letters, digits, colons, dots, underscores or hyphens, a letter first");
        }
        Required.length(parameters, "Description", 2, 256);
    }
}
