package io.camelsmc.plan;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.job.JobDifference;
import io.camelsmc.job.JobMatch;
import io.camelsmc.job.JobRequest;
import io.camelsmc.job.ObservedAccount;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.check.Rules;
import io.camelsmc.state.JobRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is wanted with what the journal remembers and what the service reports. A pure function: equal arguments
 * give equal plans.
 */
public final class Planner {

    private final String account;
    private final Map<JobKey, JobRecord> prior;
    private final @Nullable ObservedAccount observed;
    private final Map<String, JobKey> recorded = new HashMap<>();
    private int roomLeft;

    private Planner(
            String account, Map<JobKey, JobRecord> prior, @Nullable ObservedAccount observed, PlanLimits limits) {
        this.account = account;
        this.prior = prior;
        this.observed = observed;
        if (observed != null) {
            prior.forEach((key, record) -> {
                if (record.jobId() != null) {
                    recorded.put(record.jobId(), key);
                }
            });
        }
        this.roomLeft = observed == null ? Integer.MAX_VALUE : Math.max(0, limits.jobQuota() - observed.jobCount());
    }

    /**
     * Plans every row.
     *
     * @param account scope of the account
     * @param prior the records of the journal by key
     * @param observed what the service reports; null to plan without it
     * @return one change for every row, in the order of the rows
     */
    public static List<Change> plan(
            List<DesiredRow> desired,
            String account,
            Map<JobKey, JobRecord> prior,
            @Nullable ObservedAccount observed,
            PlanLimits limits) {
        Planner planner = new Planner(account, prior, observed, limits);
        List<Change> changes = new ArrayList<>(desired.size());
        desired.forEach(row -> changes.add(planner.plan(row)));
        return changes;
    }

    /** Plans row by row without the service, for those who keep no list of rows. */
    public static Function<DesiredRow, Change> offline(String account, Map<JobKey, JobRecord> prior) {
        return new Planner(account, prior, null, PlanLimits.standard())::plan;
    }

    private Change plan(DesiredRow row) {
        ReplicationJobSpec written = row.spec();
        if (written == null || (row.invalid() && !standsInSpiteOfTime(row, written))) {
            return new Change(
                    row.known().address(),
                    row.position(),
                    Action.INVALID,
                    ActionReason.RULES_BROKEN,
                    written,
                    null,
                    null,
                    List.of(),
                    row.problems(),
                    "");
        }
        if (written.sourceId() == null) {
            return new Change(
                    written.address(),
                    row.position(),
                    Action.CREATE,
                    ActionReason.SOURCE_BY_NAME,
                    written,
                    null,
                    null,
                    List.of(),
                    row.problems(),
                    "");
        }
        Step step = new Step(row, JobRequest.of(account, written));
        JobRecord record = prior.get(step.key());
        if (record != null && record.state().jobExists()) {
            return known(step, record);
        }
        if (record != null && record.state().inDoubt()) {
            return step.change(
                    Action.RESOLVE, ActionReason.IN_DOUBT, null, List.of(), "open since " + record.intendedAt());
        }
        return unknown(step, record);
    }

    /** A row whose job the journal holds, or may hold, is not held against rules that time has broken since. */
    private boolean standsInSpiteOfTime(DesiredRow row, ReplicationJobSpec written) {
        boolean identified = written.sourceId() != null && written.regionId() != null;
        if (!identified || !row.problems().stream().filter(Diagnostic::isError).allMatch(Rules::brokenByTime)) {
            return false;
        }
        Step step = new Step(row, JobRequest.of(account, written));
        JobRecord record = prior.get(step.key());
        return record != null && (record.state().jobExists() || record.state().inDoubt());
    }

    private Change known(Step step, JobRecord record) {
        String jobId = Objects.requireNonNullElse(record.jobId(), "");
        boolean edited = !record.digest().equals(step.request().digest());
        if (observed == null) {
            return edited
                    ? EditedJob.offline(step, record, jobId)
                    : step.change(Action.UNCHANGED, ActionReason.IN_JOURNAL, jobId, List.of(), "");
        }
        ObservedJob job = observed.job(jobId);
        if (job == null) {
            return step.change(Action.CONFLICT, ActionReason.JOB_MISSING, jobId, List.of(), "");
        }
        return edited ? EditedJob.online(step, record, job) : inJournal(step, job);
    }

    /** A job that somebody changed in the console is left alone; a person must know of it first. */
    private static Change inJournal(Step step, ObservedJob job) {
        List<JobDifference> drift = JobDifference.between(step.spec(), job.attributes());
        return step.change(
                Action.UNCHANGED,
                drift.isEmpty() ? ActionReason.IN_JOURNAL : ActionReason.DRIFTED,
                job.jobId(),
                drift,
                stuck(job));
    }

    /** A job that needs a person although its values are right: left alone, but not passed over. */
    private static String stuck(ObservedJob job) {
        return job.jobStatus().stuck() ? "its status is " + job.status() + "; look at it in the console" : "";
    }

    private Change unknown(Step step, @Nullable JobRecord record) {
        List<Diagnostic> findings = List.of();
        if (observed != null) {
            Change standing = standing(step, observed);
            if (standing != null) {
                return standing;
            }
            if (observed.knowsSources()) {
                ObservedSource source = observed.source(step.key().sourceId());
                findings = source == null ? List.of() : Preflight.check(step.spec(), source);
                Change notReady = notReady(step, source, findings);
                if (notReady != null) {
                    return notReady;
                }
            }
            if (roomLeft <= 0) {
                return step.change(Action.BLOCKED, ActionReason.QUOTA_EXHAUSTED, null, List.of(), "");
            }
            roomLeft--;
        }
        ActionReason reason = record == null
                ? ActionReason.NEW
                : switch (record.state()) {
                    case NOT_SENT -> ActionReason.NOT_SENT_BEFORE;
                    case REJECTED, CONFLICT -> ActionReason.REFUSED_BEFORE;
                    default -> ActionReason.NEW;
                };
        return step.change(Action.CREATE, reason, null, List.of(), "").withProblems(findings);
    }

    /** What stands in the service already; null when nothing does and the source is ready. */
    private @Nullable Change standing(Step step, ObservedAccount service) {
        JobMatch match = JobMatch.among(
                step.key(), step.spec(), service.ofSource(step.key().sourceId()), id -> otherwise(step, id));
        if (match instanceof JobMatch.Absent) {
            ObservedJob elsewhere = holderElsewhere(step.spec(), service);
            match = elsewhere == null
                    ? match
                    : JobMatch.of(step.key(), step.spec(), elsewhere, id -> otherwise(step, id));
        }
        if (match instanceof JobMatch.Ours ours) {
            return step.change(
                    Action.ADOPT, ActionReason.EQUAL_JOB_FOUND, ours.job().jobId(), List.of(), "");
        }
        return match instanceof JobMatch.InTheWay other ? step.conflict(other) : null;
    }

    /** Whoever holds the name or the image name of a row, whatever its source. */
    private static @Nullable ObservedJob holderElsewhere(ReplicationJobSpec spec, ObservedAccount service) {
        ObservedJob namesake = service.named(Objects.requireNonNull(spec.name()));
        String image = spec.imageName();
        return namesake != null || image == null ? namesake : service.withImage(spec.regionId(), image);
    }

    /** Whether the journal holds a job as another generation of the source. */
    private boolean otherwise(Step step, String jobId) {
        JobKey holder = recorded.get(jobId);
        return holder != null && !holder.equals(step.key());
    }

    /** What keeps the source from being migrated now; null when nothing does. */
    private static @Nullable Change notReady(Step step, @Nullable ObservedSource source, List<Diagnostic> findings) {
        if (source == null) {
            return step.invalid(
                    ActionReason.SOURCE_MISSING,
                    List.of(Diagnostic.error("CR01", "the service does not know the source")
                            .at(step.row().position())
                            .of(step.address().toString())
                            .in("sourceId")
                            .got(step.key().sourceId())
                            .fix("correct the id, or import the server with the SMC client")));
        }
        if (!source.available()) {
            String detail = "state " + source.state() + (source.errorCode() == null ? "" : ", " + source.errorCode());
            return step.change(Action.BLOCKED, ActionReason.SOURCE_NOT_AVAILABLE, null, List.of(), detail);
        }
        return findings.stream().anyMatch(Diagnostic::isError)
                ? step.invalid(ActionReason.SOURCE_UNFIT, findings)
                : null;
    }
}
