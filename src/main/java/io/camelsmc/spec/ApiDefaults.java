package io.camelsmc.spec;

import java.util.Map;
import java.util.Optional;

/** What the service takes for parameters that are not sent (API pages of 2021 and 2025). Shown to people, never sent. */
public final class ApiDefaults {

    private static final Map<SpecField, String> TEXTS = Map.ofEntries(
            Map.entry(SpecField.NAME, "derived from the identity of the job"),
            Map.entry(SpecField.TARGET_TYPE_FIELD, "Image"),
            Map.entry(SpecField.SYSTEM_DISK_PART, "partitions as on the source"),
            Map.entry(SpecField.NET_MODE, "0 (public internet)"),
            Map.entry(SpecField.RUN_ONCE, "true"),
            Map.entry(SpecField.SCHEDULED_START_TIME, "not started by itself"),
            Map.entry(SpecField.VALID_TIME, "30 days after creation"),
            Map.entry(SpecField.LICENSE_TYPE, "none"),
            Map.entry(SpecField.JOB_TYPE, "0 (server migration)"),
            Map.entry(SpecField.CLIENT_TOKEN, "derived from the identity and content of the job"),
            Map.entry(SpecField.ENABLED, "true"),
            Map.entry(SpecField.GENERATION, "0"),
            Map.entry(SpecField.ERASE_TARGET, "false"));

    private ApiDefaults() {}

    /** What holds for a field that nobody gave; empty where that is simply nothing. */
    public static Optional<String> of(SpecField field) {
        return Optional.ofNullable(TEXTS.get(field));
    }
}
