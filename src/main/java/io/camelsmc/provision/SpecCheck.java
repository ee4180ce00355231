package io.camelsmc.provision;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.ReplicationJobSpec;
import java.time.Instant;
import java.util.List;

/** The check that a spec must pass before it is sent. The time is the time of sending. */
@FunctionalInterface
public interface SpecCheck {

    /** Every problem of the spec; errors keep it from being sent. */
    List<Diagnostic> check(ReplicationJobSpec spec, Instant now);
}
