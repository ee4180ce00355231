package io.camelsmc.apply;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.plan.ActionReason;
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
        String advice = advice(change.reason());
        boolean detailIsAdvice =
                change.reason() == ActionReason.JOB_MISSING || change.reason() == ActionReason.QUOTA_EXHAUSTED;
        if (!change.detail().isEmpty() && !detailIsAdvice) {
            text.append("; ").append(change.detail());
        }
        if (!change.differences().isEmpty()) {
            text.append("; ")
                    .append(change.differences().stream().map(Object::toString).collect(Collectors.joining("; ")));
        }
        Diagnostic problem = Diagnostic.error("Plan." + change.reason().label(), text.toString());
        return List.of(advice.isEmpty() ? problem : problem.fix(advice));
    }

    private static String advice(ActionReason reason) {
        return switch (reason) {
            case CHANGED_FOR_GOOD ->
                "put the old values back, or raise the generation of the row once the existing job has finished";
            case PLAN_STALE -> "make a new plan";
            case JOB_MISSING -> "raise the generation of the row to migrate again";
            case SOURCE_HELD ->
                "let that job finish or delete it in the console, or make the row equal to it to adopt it";
            case NAME_TAKEN -> "give the row another name";
            case IMAGE_NAME_TAKEN -> "give the row another image name";
            case SOURCE_NOT_AVAILABLE -> "check the SMC client on that server, then run the same command again";
            case QUOTA_EXHAUSTED -> "delete finished jobs or ask for a higher quota, then run the same command again";
            default -> "";
        };
    }
}
