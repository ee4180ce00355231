package io.camelsmc.cli;

import io.camelsmc.client.SmcException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SafeText;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import io.camelsmc.provision.ProvisionListener;
import io.camelsmc.provision.ProvisionResult;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts what becomes of the rows of a plan, each exactly once. Rows that nobody settled are pending. Safe to share between
 * threads.
 */
final class ApplyResult implements ProvisionListener {

    /** The eight outcomes; their counts add up to the rows. */
    static final List<String> OUTCOMES =
            List.of("created", "adopted", "unchanged", "invalid", "rejected", "conflict", "failed", "pending");

    private final int rows;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Set<String> attention = new LinkedHashSet<>();
    private boolean interrupted;

    ApplyResult(Plan plan) {
        this.rows = plan.changes().size();
        OUTCOMES.forEach(outcome -> counts.put(outcome, 0L));
        plan.changes().forEach(this::planned);
    }

    /** Rows that the plan has settled already. */
    private void planned(Change change) {
        switch (change.action()) {
            case UNCHANGED -> count("unchanged");
            case INVALID -> {
                count("invalid");
                change.problems().stream()
                        .filter(Diagnostic::isError)
                        .forEach(problem -> attention.add(problem.render()));
            }
            case CONFLICT -> {
                count("conflict");
                attention.add(SafeText.escape(change.render()));
            }
            case BLOCKED -> {
                count("pending");
                attention.add(SafeText.escape(change.render()));
            }
            case CREATE, RESOLVE, ADOPT -> {
                // Counted when it is settled.
            }
        }
    }

    @Override
    public synchronized void succeeded(ReplicationJobSpec spec, ProvisionResult result) {
        count(result.outcome().label());
    }

    @Override
    public synchronized void failed(ReplicationJobSpec spec, Exception failure) {
        if (failure instanceof InvalidSpecException invalid) {
            count("invalid");
            invalid.diagnostics().forEach(problem -> attention.add(problem.render()));
        } else if (failure instanceof SmcException e) {
            boolean known = OUTCOMES.contains(e.errorClass());
            count(known ? e.errorClass() : e.retryable() || e.accountWide() ? "pending" : "failed");
            attention.add(line(spec, e));
        } else {
            count("failed");
            attention.add(line(spec, failure));
        }
    }

    @Override
    public synchronized void pending(ReplicationJobSpec spec, Exception cause) {
        count("pending");
        String why = cause.getMessage();
        attention.add("stopped " + (why == null ? "by a signal" : "early: " + SafeText.escape(why))
                + "; run the same command again");
    }

    /** Notes that a signal ended the run; whatever was not settled by then is pending. */
    synchronized void interrupted() {
        interrupted = true;
    }

    /** What was not settled is pending; called once, at the end. */
    synchronized void finish() {
        long settled = counts.values().stream().mapToLong(Long::longValue).sum();
        counts.merge("pending", Math.max(0, rows - settled), Long::sum);
    }

    int rows() {
        return rows;
    }

    synchronized Map<String, Long> counts() {
        return new LinkedHashMap<>(counts);
    }

    synchronized List<String> attention() {
        return new ArrayList<>(attention);
    }

    synchronized ExitCode exitCode() {
        Set<ExitCode> findings = EnumSet.of(ExitCode.OK);
        if (interrupted) {
            findings.add(ExitCode.INTERRUPTED);
        }
        if (counts.values().stream().mapToLong(Long::longValue).sum() != rows) {
            findings.add(ExitCode.CANNOT_RUN);
        }
        if (has("pending")) {
            findings.add(ExitCode.INCOMPLETE);
        }
        if (has("invalid") || has("rejected") || has("conflict") || has("failed")) {
            findings.add(ExitCode.ROWS_FAILED);
        }
        return ExitCode.of(findings);
    }

    private boolean has(String outcome) {
        return counts.getOrDefault(outcome, 0L) > 0;
    }

    private synchronized void count(String outcome) {
        counts.merge(outcome, 1L, Long::sum);
    }

    private static String line(ReplicationJobSpec spec, Exception failure) {
        if (failure instanceof SmcException e && e.accountWide()) {
            return "the whole account: " + SafeText.escape(String.valueOf(e.getMessage()));
        }
        String place = spec.origin() == null ? "" : spec.origin() + " ";
        return SafeText.escape(place + spec.address() + ": " + failure.getMessage());
    }
}
