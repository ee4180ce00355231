package io.camelsmc.lifecycle;

import io.camelsmc.client.ErrorClass;
import io.camelsmc.client.SmcException;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.Verb;
import io.camelsmc.job.VerbMatrix;
import io.camelsmc.job.Verdict;
import io.camelsmc.state.VerbRecord;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal of the service means for a verb.
 *
 * @param outcome how the verb ends
 * @param reason why, for people
 * @param effective whether what the verb wants is so all the same
 */
record VerbRefusal(VerbOutcome outcome, String reason, boolean effective) {

    /** The refusals that speak of where the job stands. */
    private static final Set<String> STATE_CODES =
            Set.of("ReplicationJob.InvalidStatus", "ReplicationJob.InvalidBusinessStatus");

    private static final String SOURCE_CODE = "SourceServerState.Invalid";

    /** Looks at the service after the refusal. */
    interface Look {

        /** The job as it is now; null when the service does not have it. */
        @Nullable
        ObservedJob job() throws SmcException;

        /** Whether as many jobs of the account run as may. */
        boolean full() throws SmcException;
    }

    /** What it means. */
    static VerbRefusal of(VerbRecord intent, SmcException cause, Look look) {
        if (STATE_CODES.contains(cause.code())) {
            return byLook(intent, cause, look);
        }
        if (cause.code().equals(SOURCE_CODE)) {
            return waiting("its source is not in a state that allows it (" + cause.getMessage()
                    + "); bring the SMC client on it back, then run the same command again");
        }
        boolean place =
                intent.verb() == Verb.START && (cause.errorClass() == ErrorClass.QUOTA || fullAndUnlisted(cause, look));
        if (place) {
            return waiting("no place is free for it (" + cause.code() + "); it is started when one becomes free");
        }
        if (cause.accountWide() || cause.retryable()) {
            return waiting(text(cause));
        }
        if (cause.code().equals("InvalidJobId.NotFound")) {
            return intent.verb() == Verb.DELETE
                    ? new VerbRefusal(VerbOutcome.ALREADY, "the service does not have it any more", true)
                    : new VerbRefusal(
                            VerbOutcome.REFUSED, "the service does not have it any more; see smc drift", false);
        }
        return new VerbRefusal(VerbOutcome.FAILED, text(cause), false);
    }

    /** No page names the code for a start beyond the quota of running jobs, so the account itself tells. */
    private static boolean fullAndUnlisted(SmcException cause, Look look) {
        if (cause.errorClass() != ErrorClass.REJECTED) {
            return false;
        }
        try {
            return look.full();
        } catch (SmcException e) {
            cause.addSuppressed(e);
            return false;
        }
    }

    private static VerbRefusal byLook(VerbRecord intent, SmcException cause, Look look) {
        try {
            ObservedJob job = look.job();
            return VerbFinding.of(intent, job) == VerbFinding.EFFECTIVE
                    ? new VerbRefusal(VerbOutcome.ALREADY, "somebody else was first", true)
                    : byState(intent.verb(), job);
        } catch (SmcException e) {
            cause.addSuppressed(e);
            return waiting(text(cause));
        }
    }

    /** By where the job stands now. */
    static VerbRefusal byState(Verb verb, @Nullable ObservedJob job) {
        if (job == null) {
            return new VerbRefusal(VerbOutcome.REFUSED, "the service does not have it any more; see smc drift", false);
        }
        Verdict verdict = VerbMatrix.of(verb, job);
        String reason = "it is " + job.status() + " now: " + verdict.text();
        return switch (verdict.kind()) {
            case ALREADY -> new VerbRefusal(VerbOutcome.ALREADY, reason, true);
            case REFUSE -> new VerbRefusal(VerbOutcome.REFUSED, reason, false);
            case WAIT -> waiting(reason);
            case DO ->
                waiting("the service says that its state does not allow it, and shows " + job.status()
                        + "; run the same command again");
        };
    }

    private static VerbRefusal waiting(String reason) {
        return new VerbRefusal(VerbOutcome.WAITING, reason, false);
    }

    private static String text(SmcException cause) {
        String advice = cause.failure().advice();
        return cause.getMessage() + (advice.isEmpty() ? "" : "; " + advice);
    }
}
