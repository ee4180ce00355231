package io.camelsmc.report;

import io.camelsmc.diag.Count;
import io.camelsmc.diag.SafeText;
import io.camelsmc.job.JobStatus;
import io.camelsmc.lifecycle.Health;
import io.camelsmc.lifecycle.JobStanding;
import io.camelsmc.lifecycle.WaveStanding;
import io.camelsmc.run.StatusResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How jobs stand, for eyes: waves first, then what needs a person, then what to do next; few lines at any size. */
public final class StatusText {

    private static final int MAX_WAVES = 15;
    private static final int MAX_REASONS = 12;
    private static final int NAMED = 4;
    private static final int NAME_CELLS = 28;

    private StatusText() {}

    /** The summary. */
    public static List<String> of(StatusResult status) {
        List<String> lines = new ArrayList<>();
        List<WaveStanding> waves = status.waves();
        lines.add(Count.of(status.jobs().size(), "job") + " of " + Count.of(waves.size(), "wave") + "; "
                + status.places().running() + " of the account run, at most "
                + status.places().quota() + " may");
        if (status.removed() > 0) {
            lines.add("  " + Count.was(status.removed(), "job") + " deleted by smc delete and not counted here");
        }
        waves(waves, lines);
        attention(status, lines);
        next(waves, lines);
        return lines;
    }

    private static void waves(List<WaveStanding> waves, List<String> lines) {
        int name = 4;
        for (WaveStanding wave : waves) {
            name = Math.max(name, Math.min(NAME_CELLS, Cells.width(SafeText.escape(wave.wave()))));
        }
        int shown = 0;
        for (WaveStanding wave : waves) {
            if (shown++ == MAX_WAVES) {
                lines.add("  … and " + Count.of(waves.size() - MAX_WAVES, "more wave"));
                return;
            }
            StringBuilder counts = new StringBuilder();
            wave.counts()
                    .forEach((status, count) ->
                            counts.append("  ").append(count).append(' ').append(label(status)));
            lines.add("  " + Cells.pad(Cells.cut(SafeText.escape(wave.wave()), name), name)
                    + String.format(
                            Locale.ROOT,
                            "  %-8s %3.0f %% %5d",
                            wave.health().label(),
                            wave.progress(),
                            wave.jobs().size())
                    + ":" + counts);
        }
    }

    private static String label(JobStatus status) {
        return status == JobStatus.UNKNOWN ? "gone or unknown" : status.label();
    }

    private static void attention(StatusResult status, List<String> lines) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (Health health : List.of(Health.ERROR, Health.LAGGING)) {
            for (JobStanding job : status.jobs()) {
                if (job.health() == health) {
                    String reason = job.whyNotFurther()
                            + (job.advice().isEmpty()
                                    ? ""
                                    : (job.whyNotFurther().isEmpty() ? "" : "; ") + job.advice());
                    byReason.computeIfAbsent(reason, text -> new ArrayList<>())
                            .add(SafeText.escape(job.job().address().toString()));
                }
            }
        }
        if (byReason.isEmpty()) {
            return;
        }
        lines.add("Needs attention:");
        int shown = 0;
        for (Map.Entry<String, List<String>> reason : byReason.entrySet()) {
            if (shown++ == MAX_REASONS) {
                lines.add("  … and " + Count.of(byReason.size() - MAX_REASONS, "more reason")
                        + "; --wide shows every job");
                return;
            }
            List<String> jobs = reason.getValue();
            lines.add("  " + String.join(", ", jobs.subList(0, Math.min(NAMED, jobs.size())))
                    + (jobs.size() > NAMED ? " and " + (jobs.size() - NAMED) + " more" : "") + ": "
                    + SafeText.escape(reason.getKey()));
        }
    }

    /** What a person would do next; what waits for nobody is not among it. */
    private static void next(List<WaveStanding> waves, List<String> lines) {
        List<String> next = new ArrayList<>();
        for (WaveStanding wave : waves) {
            int ready = (int) wave.jobs().stream()
                    .filter(job -> job.job().status() == JobStatus.READY
                            && job.job().job() != null
                            && job.job().job().attributes().scheduledStartTime() == null)
                    .count();
            int waiting = wave.counts().getOrDefault(JobStatus.WAITING, 0);
            String selector = selector(wave.wave());
            if (ready > 0) {
                next.add("  " + Count.of(ready, "job") + " that nobody has started: smc start " + selector);
            }
            if (waiting > 0) {
                next.add("  " + Count.of(waiting, "job") + " ready to be cut over: smc cutover " + selector
                        + " --last-sync yes|no");
            }
        }
        if (!next.isEmpty()) {
            lines.add("Next:");
            lines.addAll(next.subList(0, Math.min(MAX_WAVES, next.size())));
        }
    }

    private static String selector(String wave) {
        String text = "wave:" + wave;
        boolean plain = text.matches("[A-Za-z0-9:._-]+");
        return plain ? text : "'" + SafeText.escape(text.replace("'", "'\\''")) + "'";
    }

    /** A line for each job. */
    public static List<String> wide(StatusResult status) {
        int name = 4;
        for (JobStanding job : status.jobs()) {
            name = Math.max(
                    name, Cells.width(SafeText.escape(job.job().address().toString())));
        }
        name = Math.min(name, 2 * NAME_CELLS);
        List<String> lines = new ArrayList<>();
        for (JobStanding job : status.jobs()) {
            lines.add(wide(job, name));
        }
        return lines;
    }

    private static String wide(JobStanding job, int name) {
        String address = SafeText.escape(job.job().address().toString());
        StringBuilder line = new StringBuilder(Cells.pad(Cells.cut(address, name), name));
        String status = job.job().job() == null ? "gone" : job.job().statusText();
        String phase = job.job().job() == null || job.job().job().businessStatus() == null
                ? ""
                : "/" + job.job().job().businessStatus();
        line.append("  ").append(Cells.pad(SafeText.escape(status + phase), 18));
        line.append(String.format(Locale.ROOT, " %3.0f %%  ", job.progress()));
        line.append(Cells.pad(job.job().jobId(), 24)).append("  ");
        List<String> facts = new ArrayList<>();
        if (!job.whyNotFurther().isEmpty()) {
            facts.add(job.whyNotFurther());
        }
        if (job.nextCycleAt() != null) {
            facts.add("next cycle at " + job.nextCycleAt());
        }
        if (job.eta() != null) {
            facts.add(
                    "done between " + job.eta().earliest() + " and " + job.eta().latest());
        }
        if (!job.advice().isEmpty()) {
            facts.add(job.advice());
        }
        return line.append(SafeText.escape(String.join("; ", facts))).toString().stripTrailing();
    }
}
