package io.camelsmc.wave;

import io.camelsmc.component.SmcConfiguration;
import io.camelsmc.component.SpecChecks;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.check.RowChecker;
import io.camelsmc.spec.read.Defaults;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.RawRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What an endpoint does to every row before it is used: fill its gaps, check it. Safe to share between threads. */
public final class RowRules {

    private final SmcConfiguration configuration;
    private final Defaults defaults;

    private RowRules(SmcConfiguration configuration, Defaults defaults) {
        this.configuration = configuration;
        this.defaults = defaults;
    }

    /**
     * Reads the file of defaults, if the endpoint names one.
     *
     * @throws InvalidSpecException with everything that is wrong with the file
     */
    public static RowRules of(SmcConfiguration configuration) throws IOException, InvalidSpecException {
        String file = configuration.getDefaults();
        Defaults read = file == null || file.isBlank() ? Defaults.none() : Defaults.load(Path.of(file));
        return new RowRules(configuration, read.withOption(SpecField.REGION_ID, configuration.getRegion()));
    }

    SmcConfiguration configuration() {
        return configuration;
    }

    /** The row with its gaps filled. */
    public InputRow fill(InputRow row) {
        return defaults.apply(row);
    }

    /** A spec that came alone, as a row with its gaps filled. */
    public InputRow fill(ReplicationJobSpec spec, String source) {
        SourcePosition position = spec.origin();
        return fill(new InputRow(
                position == null ? SourcePosition.of(source) : position,
                1,
                spec,
                List.of(),
                new RawRow(List.of(), List.of(), "")));
    }

    /** Every finding about a row whose gaps are filled, those of the reader first. */
    public List<Diagnostic> check(InputRow row) {
        return checker().check(row);
    }

    /** A checker for one thread; it names fields as the source of a row spells them. */
    RowChecker checker() {
        return new RowChecker(SpecChecks.context(configuration));
    }
}
