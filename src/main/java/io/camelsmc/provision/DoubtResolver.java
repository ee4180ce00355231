package io.camelsmc.provision;

import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.client.ObservedJob;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcConflictException;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcOutcomeUnknownException;
import io.camelsmc.client.SourceServer;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import io.camelsmc.state.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what is true when an answer does not say: asks the service, never guesses, never makes up a new token.
 */
final class DoubtResolver {

    private static final Logger LOG = LoggerFactory.getLogger(DoubtResolver.class);

    /** The service refuses a request signed longer ago than this (15 minutes), with a margin. */
    private static final Duration SIGNATURE_LIFE = Duration.ofMinutes(16);

    private static final Set<String> TOKEN_HELD_BY_OTHER_VALUES =
            Set.of("IdempotentParameterMismatch", "IdempotenceParamNotMatch");

    private final SmcClient client;
    private final Journal journal;
    private final ProvisionOptions options;
    private final Clock clock;
    private final Sleeper sleeper;
    private final ReadBack readBack;

    DoubtResolver(SmcClient client, Journal journal, ProvisionOptions options, Clock clock, Sleeper sleeper) {
        this.client = client;
        this.journal = journal;
        this.options = options;
        this.clock = clock;
        this.sleeper = sleeper;
        this.readBack = new ReadBack(client);
    }

    /**
     * What became of a doubt.
     *
     * @param result the job, when there is one
     * @param record the record to go on from, when there is none
     */
    record Resolution(@Nullable ProvisionResult result, @Nullable JobRecord record) {}

    /** Looks for an equal job before the first create of a key. */
    @Nullable
    ProvisionResult adoptExisting(JobRequest request) throws SmcException {
        ReadBackAnswer answer = readBack.bySource(request.key(), request.spec(), otherGenerations(request.key()));
        if (answer instanceof ReadBackAnswer.Equal equal) {
            JobRecord record = journal.adopt(request.intent(null), equal.job().jobId(), equal.requestId());
            return Provisioner.result(Outcome.ADOPTED, request, record, 0);
        }
        if (answer instanceof ReadBackAnswer.Different different) {
            throw Failures.heldBy(request.address(), different.job(), different.differences(), null);
        }
        return null;
    }

    /** Resolves the doubt that an earlier run, or an earlier call, left behind. */
    Resolution resolveEarlier(JobRequest request, JobRecord prior) throws SmcException {
        LOG.info("{}: resolving the open intent of {}", request.address(), prior.intendedAt());
        boolean edited = !prior.digest().equals(request.digest());
        ReplicationJobSpec sent = edited ? anchor(prior) : request.spec();
        ReadBackAnswer answer = readBack.bySource(request.key(), sent, otherGenerations(request.key()));
        if (answer instanceof ReadBackAnswer.Equal equal) {
            JobRecord record = adopt(prior, equal.job(), equal.requestId());
            if (edited) {
                throw Failures.changed(request.address(), record, request.parameters());
            }
            return new Resolution(Provisioner.result(Outcome.ADOPTED, request, record, 0), null);
        }
        if (answer instanceof ReadBackAnswer.Different different) {
            throw conflict(request, prior, different, null);
        }
        Instant refusedAfter = prior.intendedAt().plus(SIGNATURE_LIFE);
        if (edited && clock.instant().isBefore(refusedAfter)) {
            throw Failures.editedInDoubt(request.address(), prior, refusedAfter);
        }
        return new Resolution(null, prior);
    }

    /**
     * Resolves the doubt of the call just made.
     *
     * @return the job, or null when the service knows none and the same token may go again
     */
    @Nullable
    ProvisionResult resolveNow(JobRequest request, JobRecord intent, SmcOutcomeUnknownException cause, int sent)
            throws SmcException, InterruptedException {
        LOG.info(
                "{}: outcome unknown ({}, RequestId {}); asking the service",
                request.address(),
                cause.code(),
                cause.requestId());
        sleeper.sleep(options.settleDelay());
        ReadBackAnswer answer;
        try {
            answer = readBack.bySource(request.key(), request.spec(), otherGenerations(request.key()));
        } catch (SmcException e) {
            cause.addSuppressed(e);
            throw cause;
        }
        if (answer instanceof ReadBackAnswer.Equal equal) {
            return Provisioner.result(Outcome.ADOPTED, request, adopt(intent, equal.job(), equal.requestId()), sent);
        }
        if (answer instanceof ReadBackAnswer.Different different) {
            throw conflict(request, intent, different, cause);
        }
        if (TOKEN_HELD_BY_OTHER_VALUES.contains(cause.code())) {
            SmcConflictException conflict = Failures.heldByUnknown(request.address(), cause, null);
            Settlements.settle(journal, intent, JobState.CONFLICT, null, cause.requestId(), conflict);
            throw conflict;
        }
        return null;
    }

    /** Finds out who stands in the way when the service says that somebody does. */
    ProvisionResult explainConflict(JobRequest request, JobRecord intent, SmcConflictException cause, int sent)
            throws SmcException, InterruptedException {
        Set<String> others = otherGenerations(request.key());
        ReadBackAnswer answer = readBack.bySource(request.key(), request.spec(), others);
        SourceServer source = null;
        if (answer instanceof ReadBackAnswer.Absent) {
            answer = switch (cause.code()) {
                case "ReplicationJobName.Duplicate" -> readBack.byName(request.spec());
                case "ImageName.UsedByReplicationJob" -> readBack.byImageName(request.key(), request.spec());
                default -> answer;
            };
        }
        if (answer instanceof ReadBackAnswer.Absent && cause.code().startsWith("SourceServerState")) {
            source = readySource(request, intent, cause);
            sleeper.sleep(options.settleDelay());
            answer = readBack.bySource(request.key(), request.spec(), others);
        }
        if (answer instanceof ReadBackAnswer.Equal equal) {
            return Provisioner.result(Outcome.ADOPTED, request, adopt(intent, equal.job(), equal.requestId()), sent);
        }
        if (answer instanceof ReadBackAnswer.Different different) {
            throw conflict(request, intent, different, cause);
        }
        SmcConflictException unknown =
                Failures.heldByUnknown(request.address(), cause, source == null ? null : source.jobId());
        Settlements.settle(journal, intent, JobState.CONFLICT, null, cause.requestId(), unknown);
        throw unknown;
    }

    /** The source, if it is in use; a source that is missing or not ready makes the refusal final. */
    private SourceServer readySource(JobRequest request, JobRecord intent, SmcConflictException cause)
            throws SmcException {
        String id = request.key().sourceId();
        SourceServer source =
                client.describeSourceServers(DescribeSourceServersRequest.ofIds(List.of(id))).items().stream()
                        .filter(server -> server.sourceId().equals(id))
                        .findFirst()
                        .orElse(null);
        if (source == null) {
            throw notReady(request, intent, cause, "source " + id + " does not exist", "check the source id");
        }
        if ("Unavailable".equals(source.state())) {
            String detail = "source " + id + " is Unavailable"
                    + (source.errorCode() == null ? "" : " (" + source.errorCode() + ")");
            throw notReady(request, intent, cause, detail, "restart the SMC client on that server, then run again");
        }
        if ("Deleting".equals(source.state())) {
            throw notReady(request, intent, cause, "source " + id + " is being deleted", "remove the row");
        }
        return source;
    }

    private SmcException notReady(
            JobRequest request, JobRecord intent, SmcConflictException cause, String detail, String advice) {
        SmcException rejected = Failures.sourceNotReady(request.address(), cause, detail, advice);
        Settlements.settle(journal, intent, JobState.REJECTED, null, cause.requestId(), rejected);
        return rejected;
    }

    private SmcConflictException conflict(
            JobRequest request, JobRecord intent, ReadBackAnswer.Different different, @Nullable SmcException cause) {
        SmcConflictException conflict =
                Failures.heldBy(request.address(), different.job(), different.differences(), cause);
        Settlements.settle(journal, intent, JobState.CONFLICT, null, different.requestId(), conflict);
        return conflict;
    }

    private JobRecord adopt(JobRecord intent, ObservedJob job, String requestId) {
        return Settlements.settle(journal, intent, JobState.ADOPTED, job.jobId(), requestId, null);
    }

    /** What is known of a request that was sent with other values: enough to recognise its job. */
    private static ReplicationJobSpec anchor(JobRecord prior) {
        return ReplicationJobSpec.builder()
                .sourceId(prior.key().sourceId())
                .regionId(prior.key().region())
                .name(prior.name())
                .build();
    }

    private Set<String> otherGenerations(JobKey key) {
        return journal.findBySource(key.account(), key.region(), key.sourceId()).stream()
                .filter(record -> record.key().generation() != key.generation())
                .map(JobRecord::jobId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
