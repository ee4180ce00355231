package io.camelsmc.emulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the service makes of the parameters of a job.
 *
 * @param name its name, or null
 * @param imageName the name of its image, with the suffix if the service added one, or null
 * @param scheduledAt when the service starts it, or null
 * @param validUntil when it expires; {@link Instant#MAX} for never
 */
record JobAttributes(
        @Nullable String name, @Nullable String imageName, @Nullable Instant scheduledAt, Instant validUntil) {}
