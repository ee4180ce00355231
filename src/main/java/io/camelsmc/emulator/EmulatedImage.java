package io.camelsmc.emulator;

import java.time.Instant;

/**
 * An image that a job made.
 *
 * @param imageId its id
 * @param regionId where it is
 * @param name its name; that of a cycle carries the cycle's number
 * @param jobId the job that made it
 * @param createdAt when it was made
 * @param used whether something uses it, so that the service does not remove it
 */
public record EmulatedImage(
        String imageId, String regionId, String name, String jobId, Instant createdAt, boolean used) {}
