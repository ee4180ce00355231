package io.camelsmc.provision;

import io.camelsmc.spec.ReplicationJobSpec;
import org.jspecify.annotations.Nullable;

/** Hears how the rows of a collection end: exactly one call for each, in any order, never two at a time. */
public interface ProvisionListener {

    /** The job of the row exists. */
    void succeeded(ReplicationJobSpec spec, ProvisionResult result);

    /**
     * The row ended without a job.
     *
     * @param failure an {@link io.camelsmc.spec.InvalidSpecException} or an {@link io.camelsmc.client.SmcException} as
     *     {@link Provisioner#provision(ReplicationJobSpec)} throws it
     */
    void failed(ReplicationJobSpec spec, Exception failure);

    /**
     * The run stopped before the row was settled: a later run goes on with it.
     *
     * @param cause why the run stopped; the same object for every row
     */
    void pending(ReplicationJobSpec spec, Exception cause);

    /**
     * Asked after each row that ended: why nothing more may be started, as the cause of all {@link #pending} rows; null
     * to go on. What is in flight ends all the same.
     */
    default @Nullable Exception stop() {
        return null;
    }
}
