package io.camelsmc.client;

/**
 * The answer to a create.
 *
 * @param jobId id of the replication job
 * @param requestId id the service gave the call
 */
public record CreateReplicationJobResult(String jobId, String requestId) implements SmcAnswer {}
