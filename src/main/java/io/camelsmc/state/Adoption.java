package io.camelsmc.state;

/**
 * A job that was found in the service and is to be recorded without an intent of ours.
 *
 * @param found what is recorded
 * @param jobId id of the job
 * @param requestId id of the call that showed it
 */
public record Adoption(Intent found, String jobId, String requestId) {}
