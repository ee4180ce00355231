package io.camelsmc.client;

import io.camelsmc.spec.ReplicationJobSpec;

/**
 * A change of a job that exists. What is absent stays as it is; a list ({@code dataDisk}, {@code systemDiskPart}) takes
 * the place of the whole old list, since whether the service merges them is not documented.
 *
 * @param jobId the job
 * @param changes only the attributes to change; our own fields are not sent
 */
public record ModifyReplicationJobAttributeRequest(String jobId, ReplicationJobSpec changes) {}
