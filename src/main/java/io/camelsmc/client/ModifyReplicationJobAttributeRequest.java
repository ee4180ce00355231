package io.camelsmc.client;

import io.camelsmc.client.wire.Parameters;
import io.camelsmc.spec.Modifiable;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.util.SortedMap;

/**
 * A change of a job that exists. What is absent stays as it is; a list ({@code dataDisk},
 * {@code systemDiskPart}) takes the place of the whole old list, since whether the service merges them is not documented.
 *
 * @param jobId the job
 * @param changes only the attributes to change; our own fields are not sent
 */
public record ModifyReplicationJobAttributeRequest(String jobId, ReplicationJobSpec changes)
        implements AcknowledgedCall {

    private static final String JOB_ID = "JobId";

    @Override
    public SmcOperation operation() {
        return SmcOperation.MODIFY_REPLICATION_JOB_ATTRIBUTE;
    }

    /**
     * Neither region nor token is among them: the operation takes none.
     *
     * @throws IllegalArgumentException if there is no job id or nothing to change, if the operation does not take a
     *     field, or if an extra parameter takes the name of a common one or of the job
     */
    @Override
    public SortedMap<String, String> parameters() {
        if (jobId.isBlank()) {
            throw new IllegalArgumentException("the id of the job to change is missing");
        }
        for (SpecField field : changes.fields()) {
            Modifiable modifiable = field.modifiable();
            if (field.isApiParameter() && (modifiable == Modifiable.NEVER || modifiable == Modifiable.TAGS)) {
                throw new IllegalArgumentException(field.specName() + " of a job that exists cannot be changed");
            }
        }
        SortedMap<String, String> parameters = Parameters.of(changes).sorted();
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException("no attribute to change is given");
        }
        if (parameters.containsKey(JOB_ID)) {
            throw new IllegalArgumentException("extra parameter " + JOB_ID + " belongs to the request itself");
        }
        parameters.put(JOB_ID, jobId);
        return parameters;
    }
}
