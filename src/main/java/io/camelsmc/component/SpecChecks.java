package io.camelsmc.component;

import io.camelsmc.provision.SpecCheck;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.SpecChecker;
import java.time.Instant;

/** The rules as an endpoint is configured to apply them. */
public final class SpecChecks {

    private SpecChecks() {}

    /** The check of a row that is yet to be prepared: a source given by name will be looked up. */
    public static CheckContext context(SmcConfiguration configuration) {
        return context(configuration, Instant.now()).namesLookedUp();
    }

    /** The check at the moment of sending. */
    static SpecCheck atSend(SmcConfiguration configuration) {
        return (spec, now) -> SpecChecker.check(spec, context(configuration, now));
    }

    private static CheckContext context(SmcConfiguration configuration, Instant now) {
        return CheckContext.at(now).profile(configuration.getApiProfile()).allowErase(configuration.isAllowErase());
    }
}
