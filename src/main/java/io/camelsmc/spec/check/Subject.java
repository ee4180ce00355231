package io.camelsmc.spec.check;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.Severity;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.TargetType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one rule looks at, and where it leaves what it finds. */
public final class Subject {

    private final ReplicationJobSpec spec;
    private final CheckContext context;
    private final Rule rule;
    private final List<Diagnostic> findings;

    Subject(ReplicationJobSpec spec, CheckContext context, Rule rule, List<Diagnostic> findings) {
        this.spec = spec;
        this.context = context;
        this.rule = rule;
        this.findings = findings;
    }

    public ReplicationJobSpec spec() {
        return spec;
    }

    public CheckContext context() {
        return context;
    }

    /** Whether the spec says that the migration produces this. */
    boolean produces(TargetType type) {
        return spec.targetType() == type;
    }

    /** Leaves a finding on a field, such as {@code dataDisk[1].size}. */
    public void report(
            String field, String summary, @Nullable Object got, @Nullable String expected, @Nullable String fix) {
        boolean demoted =
                rule.severity() == Severity.ERROR && context.asWarning().contains(rule.id());
        findings.add(new Diagnostic(
                demoted ? Severity.WARNING : rule.severity(),
                rule.id(),
                spec.origin(),
                spec.address().toString(),
                field,
                summary,
                got == null ? null : got.toString(),
                expected,
                fix));
    }

    /** Leaves a finding on the field that the rule names. */
    void report(String summary, @Nullable Object got, @Nullable String expected, @Nullable String fix) {
        report(rule.field(), summary, got, expected, fix);
    }

    void missing(String field, String because) {
        report(field, "Missing value", null, null, because);
    }
}
