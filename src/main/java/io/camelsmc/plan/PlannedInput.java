package io.camelsmc.plan;

/**
 * A file that a plan was made from.
 *
 * @param file its name as it was given
 * @param sha256 digest of its bytes at the time, hex
 */
public record PlannedInput(String file, String sha256) {}
