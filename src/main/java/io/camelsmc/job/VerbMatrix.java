package io.camelsmc.job;

import static io.camelsmc.job.Verdict.act;
import static io.camelsmc.job.Verdict.already;
import static io.camelsmc.job.Verdict.later;
import static io.camelsmc.job.Verdict.refuse;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What may be done to a job in which status: the state machine of the service as far as its pages of 2025 and 2026 tell it.
 * What is not confirmed is refused. Everything that depends on more than the job alone, such as free slots, is decided
 * elsewhere.
 */
public final class VerbMatrix {

    private static final Map<JobStatus, Map<Verb, Verdict>> CELLS = new EnumMap<>(JobStatus.class);

    static {
        put(
                JobStatus.READY,
                act("it was not started yet"),
                already("it was not started yet"),
                later("nothing is synchronised yet", "start it, and cut it over when it is Waiting"),
                act("nothing was transferred yet"),
                act("it was not started yet"));
        put(
                JobStatus.RUNNING,
                already("it runs"),
                act("it synchronises; a start resumes where it stops"),
                later("it runs", "it can be cut over when it is Waiting"),
                refuse("it runs", "stop it first; --stop-first does both"),
                act("it runs"));
        put(
                JobStatus.STOPPED,
                act("it goes on where it was stopped"),
                already("it is stopped"),
                refuse("it is stopped", "start it, and cut it over when it is Waiting"),
                act("what was transferred is lost"),
                act("it is stopped"));
        put(
                JobStatus.IN_ERROR,
                act("it goes on where it failed; remove the cause of the error first"),
                already("it failed and does not run"),
                refuse("it failed", "remove the cause, start it, and cut it over when it is Waiting"),
                act("what was transferred is lost"),
                act("it failed and may be started again"));
        put(
                JobStatus.WAITING,
                already("it is synchronised and waits for its next cycle"),
                refuse(
                        "it waits for its next cycle, and the API does not say that it can be stopped",
                        "cut it over or delete it"),
                act("it is synchronised; this ends the migration"),
                act("what was synchronised is lost; images stay"),
                act("it waits for its next cycle"));
        put(
                JobStatus.FINISHED,
                refuse("it is finished", "to migrate the server again, raise generation in its row and apply"),
                already("it is finished"),
                already("it is finished"),
                act("it is finished; image or instance stays, and one place of the quota becomes free"),
                refuse("it is finished", "nothing of it expires"));
        put(
                JobStatus.EXPIRED,
                refuse("it has expired", "delete it, raise generation in its row and apply"),
                already("it has expired and does not run"),
                refuse("it has expired", "delete it, raise generation in its row and apply"),
                act("it has expired; the service would remove it 7 days after that"),
                refuse("it has expired", "delete it, raise generation in its row and apply"));
        String next = "to migrate the server again, raise generation in its row and apply";
        put(
                JobStatus.DELETING,
                refuse("it is being deleted", next),
                already("it is being deleted"),
                refuse("it is being deleted", next),
                already("it is being deleted"),
                refuse("it is being deleted", next));
        Verdict unknown = refuse("its status is not one that this version knows", "look at it in the console");
        put(JobStatus.UNKNOWN, unknown, unknown, unknown, unknown, unknown);
    }

    private VerbMatrix() {}

    private static void put(
            JobStatus status, Verdict start, Verdict stop, Verdict cutOver, Verdict delete, Verdict extend) {
        Map<Verb, Verdict> row = new EnumMap<>(Verb.class);
        row.put(Verb.START, start);
        row.put(Verb.STOP, stop);
        row.put(Verb.CUT_OVER, cutOver);
        row.put(Verb.DELETE, delete);
        row.put(Verb.EXTEND, extend);
        CELLS.put(status, row);
    }

    /** The verdict for a status; for a job that is to be stopped, while it synchronises. */
    public static Verdict of(Verb verb, JobStatus status) {
        return CELLS.getOrDefault(status, Map.of())
                .getOrDefault(
                        verb, refuse("its status is not one that this version knows", "look at it in the console"));
    }

    /** The verdict for a job as it is now. */
    public static Verdict of(Verb verb, ObservedJob job) {
        if (verb == Verb.STOP && job.is(JobStatus.RUNNING) && job.phase() != BusinessStatus.SYNCING) {
            BusinessStatus phase = job.phase();
            return later(
                    "it can be stopped only while it synchronises"
                            + (phase == null ? "" : ", and it is " + phase.label()),
                    "try again when it is Syncing");
        }
        if (verb == Verb.CUT_OVER && oneTime(job) && !job.is(JobStatus.FINISHED) && !job.is(JobStatus.WAITING)) {
            return refuse("it migrates once and finishes by itself", "there is nothing to cut over");
        }
        return of(verb, job.jobStatus());
    }

    /** Verbs that would be sent for a job as it is now. */
    public static List<Verb> allowed(ObservedJob job) {
        return Arrays.stream(Verb.values())
                .filter(verb -> of(verb, job).is(Verdict.Kind.DO))
                .toList();
    }

    private static boolean oneTime(ObservedJob job) {
        return Boolean.TRUE.equals(job.attributes().runOnce());
    }
}
