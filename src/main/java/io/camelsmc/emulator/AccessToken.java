package io.camelsmc.emulator;

import java.time.Duration;
import java.time.Instant;

/**
 * An access token, with which agents register source servers. Its code is told once and not kept.
 *
 * @param id its id
 * @param name its name, or an empty text
 * @param description what somebody wrote about it, or an empty text
 * @param count how many servers it registers
 * @param days how long it is good
 * @param createdAt when it was made
 * @param disabled whether somebody disabled it
 */
record AccessToken(
        String id, String name, String description, String count, String days, Instant createdAt, boolean disabled) {

    String status(Instant now) {
        Instant end = createdAt.plus(Duration.ofDays(Long.parseLong(days)));
        return !now.isBefore(end) ? "expired" : disabled ? "unactivated" : "activated";
    }

    AccessToken disable() {
        return new AccessToken(id, name, description, count, days, createdAt, true);
    }
}
