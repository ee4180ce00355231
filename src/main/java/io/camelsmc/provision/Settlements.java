package io.camelsmc.provision;

import io.camelsmc.client.SmcConflictException;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcOutcomeUnknownException;
import io.camelsmc.job.JobMatch;
import io.camelsmc.job.JobRequest;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.Outcome;
import io.camelsmc.spec.JobKey;
import io.camelsmc.state.Intent;
import io.camelsmc.state.IntentResult;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import io.camelsmc.state.Journal;
import io.camelsmc.state.JournalException;
import io.camelsmc.state.RefusalException;
import io.camelsmc.state.Settlement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes intents and what came of them. */
final class Settlements {

    private final Journal journal;
    private final EmergencyRecord emergency;
    private final Clock clock;

    Settlements(Journal journal, EmergencyRecord emergency, Clock clock) {
        this.journal = journal;
        this.emergency = emergency;
        this.clock = clock;
    }

    /**
     * Writes an intent.
     *
     * @return the intent; or, when somebody else was faster, the record of the job that exists now
     * @throws SmcOutcomeUnknownException if somebody else is at work on the source; nothing may be sent
     */
    JobRecord intend(JobRequest request, @Nullable JobRecord prior) throws SmcException {
        return granted(
                request, journal.intend(List.of(Intent.of(request, prior))).get(0));
    }

    JobRecord granted(JobRequest request, IntentResult result) throws SmcException {
        if (result instanceof IntentResult.Granted granted) {
            return granted.record();
        }
        JobRecord blocking = ((IntentResult.Refused) result).blocking();
        if (blocking.key().equals(request.key()) && blocking.state().jobExists()) {
            return blocking;
        }
        throw ProtocolFailures.busy(request.address(), blocking);
    }

    /**
     * Writes the intent of another request with what is known now: the time of an intent is the time of its last request.
     *
     * @throws SmcOutcomeUnknownException if somebody else took the row over meanwhile; nothing may be sent
     */
    JobRecord renew(JobRequest request, JobRecord last) throws SmcException {
        JobRecord record = intend(request, last);
        if (record.state().jobExists()) {
            throw ProtocolFailures.busy(request.address(), record);
        }
        return record;
    }

    List<IntentResult> intendAll(List<Intent> intents) {
        return journal.intend(intents);
    }

    /** Records a job that was made. */
    ProvisionResult made(Sent.Made made) throws SmcException {
        JobRecord record = exists(
                made.intent(),
                JobState.CREATED,
                made.answer().jobId(),
                made.answer().requestId());
        return ProvisionResult.of(Outcome.CREATED, made.request(), record, made.attempts());
    }

    /**
     * Records many jobs that were made, in one commit.
     *
     * @throws RefusalException if one of them cannot be recorded, and so none was; each is to be recorded on its own
     * @throws JournalException if the journal cannot be written; each is kept as an emergency record
     */
    List<ProvisionResult> made(List<Sent.Made> all) {
        List<Settlement> settlements = all.stream()
                .map(made -> settlement(
                        made.intent(),
                        JobState.CREATED,
                        made.answer().jobId(),
                        made.answer().requestId(),
                        null))
                .toList();
        List<JobRecord> records;
        try {
            records = journal.settle(settlements);
        } catch (RefusalException e) {
            throw e;
        } catch (JournalException e) {
            for (Sent.Made made : all) {
                emergency.keep(
                        made.intent(),
                        JobState.CREATED,
                        made.answer().jobId(),
                        made.answer().requestId(),
                        clock.instant());
            }
            throw e;
        }
        List<ProvisionResult> results = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            Sent.Made made = all.get(i);
            results.add(ProvisionResult.of(Outcome.CREATED, made.request(), records.get(i), made.attempts()));
        }
        return results;
    }

    /** Records the job that an intent made, or that it was found to have made. */
    JobRecord exists(JobRecord intent, JobState state, String jobId, @Nullable String requestId) throws SmcException {
        try {
            return settle(intent, state, jobId, requestId, null);
        } catch (RefusalException e) {
            return takenOver(intent, state, jobId, requestId, e);
        } catch (JournalException e) {
            emergency.keep(intent, state, jobId, requestId, clock.instant());
            throw e;
        }
    }

    /**
     * Records that an intent had no effect.
     *
     * @throws SmcOutcomeUnknownException if somebody else took the intent over, and will resolve it
     */
    JobRecord without(JobRecord intent, JobState state, SmcException failure) throws SmcException {
        try {
            return settle(intent, state, null, failure.requestId(), failure);
        } catch (RefusalException e) {
            throw ProtocolFailures.busy(
                    intent.address(), journal.find(intent.key()).orElse(intent));
        }
    }

    /** Records the job that an intent was found to have made. */
    JobRecord adopted(JobRecord intent, ObservedJob found) throws SmcException {
        return exists(intent, JobState.ADOPTED, found.jobId(), found.requestId());
    }

    ProvisionResult adopted(JobRequest request, JobRecord intent, ObservedJob found, int sent) throws SmcException {
        return ProvisionResult.of(Outcome.ADOPTED, request, adopted(intent, found), sent);
    }

    /** Records that another job stands in the way, and says so. */
    SmcConflictException conflict(
            JobRequest request, JobRecord intent, JobMatch.InTheWay found, @Nullable SmcException cause)
            throws SmcException {
        SmcConflictException conflict = ProtocolFailures.heldBy(request.address(), found, cause);
        without(intent, JobState.CONFLICT, conflict);
        return conflict;
    }

    /** Records a job that was found without an intent of ours. */
    JobRecord adopt(JobRequest request, @Nullable JobRecord prior, ObservedJob found) throws SmcException {
        String jobId = found.jobId();
        try {
            return journal.adopt(Intent.of(request, prior), jobId, found.requestId());
        } catch (RefusalException e) {
            JobRecord now = journal.find(request.key()).orElse(null);
            if (now != null && jobId.equals(now.jobId())) {
                return now;
            }
            if (now != null) {
                throw ProtocolFailures.busy(request.address(), now);
            }
            throw e;
        }
    }

    /** Records that the job of a row is as the row wants it now. */
    JobRecord amend(JobRequest request, JobRecord prior, @Nullable String requestId) throws SmcException {
        try {
            return journal.amend(Intent.of(request, prior), requestId);
        } catch (RefusalException e) {
            JobRecord now = journal.find(request.key()).orElse(null);
            if (now != null && now.state().jobExists() && now.digest().equals(request.digest())) {
                return now;
            }
            if (now != null && now.version() != prior.version()) {
                throw ProtocolFailures.busy(request.address(), now);
            }
            throw e;
        }
    }

    /** Ids of the jobs that other generations of the source have made. */
    Set<String> jobsOfOtherGenerations(JobKey key) {
        return otherGenerations(key).stream()
                .map(JobRecord::jobId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
    }

    /** Records of the same source, other generations. */
    List<JobRecord> otherGenerations(JobKey key) {
        return journal.findBySource(key.account(), key.region(), key.sourceId()).stream()
                .filter(record -> record.key().generation() != key.generation())
                .toList();
    }

    private JobRecord settle(
            JobRecord intent,
            JobState state,
            @Nullable String jobId,
            @Nullable String requestId,
            @Nullable SmcException failure) {
        return journal.settle(List.of(settlement(intent, state, jobId, requestId, failure)))
                .get(0);
    }

    private static Settlement settlement(
            JobRecord intent,
            JobState state,
            @Nullable String jobId,
            @Nullable String requestId,
            @Nullable SmcException failure) {
        return new Settlement(
                intent.key(),
                intent.version(),
                state,
                jobId,
                requestId,
                failure == null ? null : failure.code(),
                failure == null ? null : failure.getMessage());
    }

    /** A lease ran out and somebody else resolves the intent now. The job is the same one, or something is very wrong. */
    private JobRecord takenOver(
            JobRecord intent, JobState state, String jobId, @Nullable String requestId, RefusalException refusal)
            throws SmcException {
        JobRecord now = journal.find(intent.key()).orElse(null);
        if (now != null && jobId.equals(now.jobId())) {
            return now;
        }
        emergency.keep(intent, state, jobId, requestId, clock.instant());
        if (now != null && now.state().jobExists()) {
            throw new JournalException(
                    intent.address() + ": the service made job " + jobId + ", but the journal holds job " + now.jobId()
                            + " for it; look at both, nothing more is sent",
                    refusal);
        }
        throw ProtocolFailures.takenOver(intent.address(), jobId);
    }
}
