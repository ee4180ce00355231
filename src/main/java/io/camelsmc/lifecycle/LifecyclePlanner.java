package io.camelsmc.lifecycle;

import io.camelsmc.diag.Count;
import io.camelsmc.job.JobStatus;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.job.Verb;
import io.camelsmc.job.VerbMatrix;
import io.camelsmc.job.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives the verdict of a verb for each of some jobs, from what is known of them alone: no call, no clock of its own. First
 * the state of the job decides, then its source, then the places that are free in the account, in the order of the jobs.
 */
public final class LifecyclePlanner {

    private final VerbRequest request;
    private final Places places;
    private final Instant now;
    private int free;

    private LifecyclePlanner(VerbRequest request, Places places, Instant now) {
        this.request = request;
        this.places = places;
        this.now = now;
        this.free = places.free();
    }

    /**
     * Plans a verb.
     *
     * @param jobs in the order in which they get free places
     * @param places those of the account; looked at only to start jobs
     */
    public static List<PlannedVerb> plan(List<TrackedJob> jobs, VerbRequest request, Places places, Instant now) {
        LifecyclePlanner planner = new LifecyclePlanner(request, places, now);
        List<PlannedVerb> planned = new ArrayList<>(jobs.size());
        for (TrackedJob job : jobs) {
            planned.add(planner.plan(job));
        }
        return planned;
    }

    private PlannedVerb plan(TrackedJob job) {
        ObservedJob observed = job.job();
        if (observed == null) {
            return with(job, gone(job), "");
        }
        Verdict verdict = VerbMatrix.of(request.verb(), observed);
        return switch (request.verb()) {
            case START -> with(job, verdict.is(Verdict.Kind.DO) ? place(job) : verdict, "");
            case STOP -> with(job, verdict, "");
            case CUT_OVER -> cutOver(job, verdict);
            case DELETE -> with(job, stopFirst(observed, verdict), "");
            case EXTEND -> verdict.is(Verdict.Kind.DO) ? extend(job, observed) : with(job, verdict, "");
        };
    }

    private Verdict gone(TrackedJob job) {
        if (job.maybeNotListedYet(now)) {
            return Verdict.later(
                    "the service does not list it yet; it was recorded at "
                            + job.record().updatedAt(),
                    "run the same command again in a few minutes");
        }
        return request.verb() == Verb.DELETE
                ? Verdict.already("the service does not have it any more")
                : Verdict.refuse(
                        "the service does not have it any more",
                        "'smc drift' compares journal and service; a row with a higher generation makes a new job");
    }

    private Verdict place(TrackedJob job) {
        if (job.sourceOffline()) {
            return offline(job);
        }
        if (free <= 0) {
            int before = places.free();
            return Verdict.later(
                    "no place is free: at most " + places.quota() + " jobs of the account run at once, "
                            + places.running() + (places.running() == 1 ? " runs" : " run") + " now"
                            + (before == 0 ? "" : ", and " + Count.of(before, "job") + " before it take the rest"),
                    "it is started when a place becomes free; --wait keeps trying");
        }
        free--;
        return VerbMatrix.of(Verb.START, Objects.requireNonNull(job.job()));
    }

    private static Verdict offline(TrackedJob job) {
        ObservedSource source = Objects.requireNonNull(job.source());
        String code = source.errorCode();
        return Verdict.later(
                "its source " + source.sourceId() + " is offline or in error"
                        + (code == null || code.isEmpty() ? "" : " (" + code + ")"),
                "bring the SMC client on it back, then run the same command again");
    }

    private PlannedVerb cutOver(TrackedJob job, Verdict verdict) {
        boolean lastSync = Boolean.TRUE.equals(request.lastSync());
        String arguments = "SyncData=" + lastSync;
        if (verdict.is(Verdict.Kind.DO) && lastSync && job.sourceOffline()) {
            return with(job, offline(job), arguments);
        }
        return with(job, verdict, arguments);
    }

    private Verdict stopFirst(ObservedJob job, Verdict verdict) {
        if (!request.stopFirst() || !job.is(JobStatus.RUNNING)) {
            return verdict;
        }
        Verdict stop = VerbMatrix.of(Verb.STOP, job);
        return stop.is(Verdict.Kind.DO)
                ? Verdict.act("it runs and is stopped first; what was transferred is lost")
                : stop;
    }

    private PlannedVerb extend(TrackedJob job, ObservedJob observed) {
        Instant expires = Expiry.of(observed);
        Instant wanted = wanted(expires);
        if (wanted == null) {
            return with(
                    job,
                    Verdict.refuse(
                            "the service does not say when it expires",
                            "say the time itself: --to 2027-01-31T00:00:00Z"),
                    "");
        }
        String arguments = "ValidTime=" + wanted;
        if (expires != null && expires.equals(wanted)) {
            return with(job, Verdict.already("it expires at " + wanted), arguments);
        }
        Instant latest = Expiry.latest(observed);
        if (latest != null && wanted.isAfter(latest)) {
            return with(
                    job,
                    Verdict.refuse(
                            "a job lives at most " + Expiry.LONGEST.toDays() + " days, this one until " + latest,
                            "extend it to that time, or make a new job with a higher generation"),
                    arguments);
        }
        if (!wanted.isAfter(now)) {
            return with(
                    job,
                    Verdict.refuse(wanted + " is in the past, and the job would expire at once", "give a later time"),
                    arguments);
        }
        boolean earlier = expires != null && wanted.isBefore(expires);
        return with(
                job,
                Verdict.act((earlier ? "it would expire EARLIER: " : "it expires ")
                        + (expires == null ? "" : "on " + day(expires) + " now, then ") + "on " + day(wanted)),
                arguments);
    }

    private @Nullable Instant wanted(@Nullable Instant expires) {
        if (request.longer() == null) {
            return request.until();
        }
        return expires == null ? null : expires.plus(request.longer()).truncatedTo(ChronoUnit.SECONDS);
    }

    /** A day is enough for people, and lets the jobs of a wave that differ by seconds be told together. */
    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private PlannedVerb with(TrackedJob job, Verdict verdict, String arguments) {
        return new PlannedVerb(job, request.verb(), verdict, arguments);
    }
}
