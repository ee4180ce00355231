package io.camelsmc.emulator;

import java.time.Instant;

/**
 * A cycle of an incremental job that has ended.
 *
 * @param manual whether somebody asked for it, rather than the schedule
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param imageId the image it made, which may be gone since
 */
public record EmulatedRun(boolean manual, Instant startedAt, Instant endedAt, String imageId) {}
