package io.camelsmc.emulator;

/**
 * A partition of a source server.
 *
 * @param device its id, disk number and partition number joined by an underscore
 * @param path where it is mounted
 * @param sizeBytes its size
 * @param canBlock whether block replication is possible
 * @param needed whether a job may not leave it out
 */
public record EmulatedPartition(String device, String path, long sizeBytes, boolean canBlock, boolean needed) {}
