package io.camelsmc.spec;

import java.util.Locale;
import java.util.Optional;

/** What a migration produces (API page 2025; the 2021 page calls the third one {@code Instance}). */
public enum TargetType {
    IMAGE("Image"),
    CONTAINER_IMAGE("ContainerImage"),
    /** Writes onto an existing instance and destroys all data on it. */
    TARGET_INSTANCE("TargetInstance");

    private final String wireName;

    TargetType(String wireName) {
        this.wireName = wireName;
    }

    /** The exact spelling sent to the service. */
    public String wireName() {
        return wireName;
    }

    /** Reads any case, and {@code Instance}, the 2021 name of {@code TargetInstance}. */
    public static Optional<TargetType> parse(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        if (wanted.equals("instance")) {
            return Optional.of(TARGET_INSTANCE);
        }
        for (TargetType type : values()) {
            if (type.wireName.toLowerCase(Locale.ROOT).equals(wanted)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return wireName;
    }
}
