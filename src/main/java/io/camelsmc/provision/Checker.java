package io.camelsmc.provision;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules, asked at the moment of sending.
 *
 * @param check the rules
 * @param clock tells the moment
 */
record Checker(SpecCheck check, Clock clock) {

    /** What keeps a spec from being sent now; null if nothing does. */
    @Nullable
    InvalidSpecException problems(ReplicationJobSpec spec) {
        List<Diagnostic> errors = check.check(spec, clock.instant()).stream()
                .filter(Diagnostic::isError)
                .toList();
        return errors.isEmpty() ? null : new InvalidSpecException(errors);
    }
}
