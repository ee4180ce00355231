package io.camelsmc.component;

import io.camelsmc.provision.SpecCheck;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.SpecChecker;
import io.camelsmc.spec.read.Defaults;
import io.camelsmc.wave.RowRules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** The rules as an endpoint is configured to apply them. */
final class SpecChecks {

    private SpecChecks() {}

    /** The check of a row that is yet to be prepared: a source given by name will be looked up. */
    static CheckContext context(SmcConfiguration configuration) {
        return context(configuration, Instant.now()).namesLookedUp();
    }

    /** The check at the moment of sending. */
    static SpecCheck atSend(SmcConfiguration configuration) {
        return (spec, now) -> SpecChecker.check(spec, context(configuration, now));
    }

    /**
     * What is done to every row: gaps filled from the file of defaults, if the endpoint names one, then the checks.
     *
     * @throws InvalidSpecException with everything that is wrong with the file
     */
    static RowRules rules(SmcConfiguration configuration) throws IOException, InvalidSpecException {
        String file = configuration.getDefaults();
        Defaults read = file == null || file.isBlank() ? Defaults.none() : Defaults.load(Path.of(file));
        return new RowRules(
                read.withOption(SpecField.REGION_ID, configuration.getRegion()), () -> context(configuration));
    }

    private static CheckContext context(SmcConfiguration configuration, Instant now) {
        return CheckContext.at(now).profile(configuration.getApiProfile()).allowErase(configuration.isAllowErase());
    }
}
