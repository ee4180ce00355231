package io.camelsmc.run;

import io.camelsmc.client.ErrorClass;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcFailure;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.JobAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an exception means for its row, in the form in which the problems of a sheet are said. */
final class FailureProblems {

    /** Code of a row that was not reached before a signal. */
    static final String INTERRUPTED = "Run.Interrupted";

    private static final String UNEXPECTED = "Run.Unexpected";

    private FailureProblems() {}

    static List<Diagnostic> of(JobAddress address, Exception failure) {
        if (failure instanceof InvalidSpecException invalid) {
            return invalid.diagnostics().stream().filter(Diagnostic::isError).toList();
        }
        if (failure instanceof SmcException e) {
            return List.of(answered(address, e));
        }
        return List.of(Diagnostic.error(UNEXPECTED, SafeText.escape(String.valueOf(failure.getMessage())))
                .fix("run the same command again; report it if it happens again"));
    }

    /** Why a row that the run did not get to is pending. */
    static List<Diagnostic> notReached(JobAddress address, Exception cause) {
        if (cause instanceof SmcException e) {
            return List.of(answered(address, e));
        }
        if (cause instanceof RunStoppedException e) {
            return notReached(e.stop());
        }
        if (cause instanceof InterruptedException) {
            return notReached((RunStop) null);
        }
        return List.of(Diagnostic.error("Run.Failure", "the run broke off: " + cause.getMessage())
                .fix("see to the cause and run the same command again"));
    }

    /** Why a row is pending that nobody reported on; null stands for a signal. */
    static List<Diagnostic> notReached(@Nullable RunStop stop) {
        if (stop == null || stop.kind() == RunStop.Kind.SIGNAL) {
            return List.of(Diagnostic.error(INTERRUPTED, "a signal ended the run before the row was settled")
                    .fix("run the same command again"));
        }
        return List.of(Diagnostic.error("Run." + camel(stop.kind()), "not sent: " + stop.message())
                .fix(stop.remedy()));
    }

    private static Diagnostic answered(JobAddress address, SmcException e) {
        SmcFailure failure = e.failure();
        String prefix = address + ": ";
        String text = failure.message();
        text = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
        Diagnostic problem = Diagnostic.error(e.code(), e.code() + (text.isEmpty() ? "" : " – " + text));
        if (e.errorClass() == ErrorClass.OUTCOME_UNKNOWN && e.retryable() && !e.accountWide()) {
            // The advice of the table is for those who call the service themselves.
            return problem.fix(
                    "run the same command again: it asks what became of the request before it sends another");
        }
        return failure.advice().isEmpty() ? problem : problem.fix(failure.advice());
    }

    private static String camel(RunStop.Kind kind) {
        StringBuilder text = new StringBuilder();
        for (String word : kind.label().split("-", -1)) {
            text.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return text.toString();
    }
}
