package io.camelsmc.lifecycle;

import io.camelsmc.job.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What became of a verb for one job.
 *
 * @param planned the verdict
 * @param reason why, for people; free of secrets
 * @param code error code of the service, when a call failed; null otherwise
 * @param requestId id of the call that settled it; null when there was none
 */
public record VerbResult(
        PlannedVerb planned, VerbOutcome outcome, String reason, @Nullable String code, @Nullable String requestId) {

    /** Of a job for which nothing is sent. */
    public static VerbResult unsent(PlannedVerb planned) {
        Verdict verdict = planned.verdict();
        return new VerbResult(
                planned,
                switch (verdict.kind()) {
                    case ALREADY -> VerbOutcome.ALREADY;
                    case REFUSE -> VerbOutcome.REFUSED;
                    case WAIT, DO -> VerbOutcome.WAITING;
                },
                verdict.text(),
                null,
                null);
    }

    static VerbResult of(PlannedVerb planned, VerbOutcome outcome, String reason) {
        return new VerbResult(planned, outcome, reason, null, null);
    }
}
