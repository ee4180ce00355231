package io.camelsmc.state;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The journal that never lies: an intent is durable before its request leaves, an outcome follows it. Both databases
 * keep the same contract. Safe to share between threads.
 *
 * <p>Any {@link JournalException} means: send nothing more. A failed commit is never retried.
 */
public interface Journal extends StateView {

    /**
     * Binds the state to an account, or checks that it is bound to this one.
     *
     * @throws JournalException if the state belongs to another account
     */
    void bindAccount(String account);

    /**
     * Writes intents in one transaction; durable when this returns. The results stand in the order of the arguments. An
     * intent is granted when its key has no record, or a record of the expected version in any state but
     * {@link JobState#CREATED} and {@link JobState#ADOPTED}, and no record of the same account, region and source with
     * another generation is in doubt. Where several workers share a state, an intent of another worker is out of reach
     * until its lease runs out; whoever gets it then treats it as in doubt, and the old owner can no longer settle it.
     */
    List<IntentResult> intend(List<Intent> intents);

    /**
     * Writes outcomes in one transaction; durable when this returns. The records stand in the order of the arguments. The
     * expected record is in state {@link JobState#INTENT}.
     *
     * @throws JournalException if a record is not of the expected version: somebody else settled it; or if another
     *     worker's lease is on it. Nothing was written then, and the journal goes on
     */
    List<JobRecord> settle(List<Settlement> settlements);

    /** Whether a job that was recorded stays on record. A journal of open intents only forgets it. */
    default boolean remembersJobs() {
        return true;
    }

    /**
     * Records a job that was found in the service without an intent of ours: one transaction, state
     * {@link JobState#ADOPTED}.
     *
     * @throws JournalException if the key has a record of another version than the intent expects, or another worker's
     *     lease is on it. Nothing was written then, and the journal goes on
     */
    JobRecord adopt(Intent found, String jobId, String requestId);

    /**
     * Records many jobs as {@link #adopt} does, in the order of the arguments. Where the state is a database that is one
     * transaction: all of them, or none.
     *
     * @throws JournalException as {@link #adopt} does, or if one key is among them twice
     */
    default List<JobRecord> adoptAll(List<Adoption> found) {
        List<JobRecord> records = new ArrayList<>(found.size());
        found.forEach(one -> records.add(adopt(one.found(), one.jobId(), one.requestId())));
        return records;
    }

    /**
     * Records that a job which exists now has other values: the name, digest, parameters, address and origin of the
     * argument take the place of the old ones; state, job id, token and attempt stay. One transaction.
     *
     * @param changed what the job is now; its token and attempt are not looked at
     * @param requestId id of the call that changed it; null when no call was needed
     * @throws JournalException if the key has no record of the expected version, its job does not exist, or another
     *     worker's lease is on it. Nothing was written then, and the journal goes on
     */
    JobRecord amend(Intent changed, @Nullable String requestId);

    /**
     * Writes verbs that are about to be sent, in one transaction; durable when this returns. The results stand in the
     * order of the arguments. At most one verb of a job is open at a time.
     *
     * @throws JournalException if the journal does not have the job of a verb; nothing was written then, and the journal
     *     goes on
     */
    default List<VerbIntentResult> intendVerbs(List<VerbIntent> intents) {
        throw new JournalException("start, stop, cutover, delete and extend need a journal; configure one (stateUrl)");
    }

    /**
     * Writes what came of verbs, in one transaction; durable when this returns. The records stand in the order of the
     * arguments.
     *
     * @throws JournalException if one is no longer open, or if another worker's lease is on it. Nothing was written then,
     *     and the journal goes on
     */
    default List<VerbRecord> settleVerbs(List<VerbSettlement> settlements) {
        throw new JournalException("start, stop, cutover, delete and extend need a journal; configure one (stateUrl)");
    }
}
