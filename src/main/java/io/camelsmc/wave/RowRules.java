package io.camelsmc.wave;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.RowChecker;
import io.camelsmc.spec.read.Defaults;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.RawRow;
import java.util.List;
import java.util.function.Supplier;

/** What is done to every row before it is used: fill its gaps, check it. Safe to share between threads. */
public final class RowRules {

    private final Defaults defaults;
    private final Supplier<CheckContext> contexts;

    /**
     * Rules for rows.
     *
     * @param defaults what fills their gaps
     * @param contexts what they are checked against, at the time of asking
     */
    public RowRules(Defaults defaults, Supplier<CheckContext> contexts) {
        this.defaults = defaults;
        this.contexts = contexts;
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
        return new RowChecker(context()).check(row);
    }

    /** What rows are checked against now. */
    public CheckContext context() {
        return contexts.get();
    }
}
