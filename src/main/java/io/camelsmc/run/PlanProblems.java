package io.camelsmc.run;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.plan.Change;
import java.util.List;
import java.util.stream.Collectors;

/** Says why the plan leaves a row alone, in the form in which every other problem of a row is said. */
final class PlanProblems {

    private PlanProblems() {}

    static List<Diagnostic> of(Change change) {
        List<Diagnostic> errors =
                change.problems().stream().filter(Diagnostic::isError).toList();
        if (!errors.isEmpty()) {
            return errors;
        }
        StringBuilder text = new StringBuilder(change.reason().meaning());
        if (change.jobId() != null) {
            text.append(" (job ").append(change.jobId()).append(')');
        }
        if (!change.differences().isEmpty()) {
            text.append("; ")
                    .append(change.differences().stream().map(change::spelt).collect(Collectors.joining("; ")));
        }
        if (!change.detail().isEmpty()) {
            text.append("; ").append(change.detail());
        }
        String advice = change.reason().advice();
        Diagnostic problem = Diagnostic.error("Plan." + change.reason().label(), text.toString());
        return List.of(advice.isEmpty() ? problem : problem.fix(advice));
    }
}
