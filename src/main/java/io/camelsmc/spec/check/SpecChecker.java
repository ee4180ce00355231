package io.camelsmc.spec.check;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.ReplicationJobSpec;
import java.util.ArrayList;
import java.util.List;

/** Checks one spec against every rule that needs no network. Pure: no I/O, no clock. Safe to share between threads. */
public final class SpecChecker {

    private SpecChecker() {}

    /** Every finding, errors and warnings, in the order of the rules; empty when the spec is clean. */
    public static List<Diagnostic> check(ReplicationJobSpec spec, CheckContext context) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Rule rule : Rules.all()) {
            if (rule.profiles().contains(context.profile())) {
                rule.check().look(new Subject(spec, context, rule, findings));
            }
        }
        return List.copyOf(findings);
    }
}
