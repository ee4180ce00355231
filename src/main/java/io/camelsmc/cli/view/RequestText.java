package io.camelsmc.cli.view;

import io.camelsmc.client.SmcOperation;
import io.camelsmc.diag.SafeText;
import io.camelsmc.job.JobDifference;
import io.camelsmc.job.JobRequest;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import io.camelsmc.provision.RequestPreview;
import io.camelsmc.state.StateView;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The requests that a plan would send, for people who want to see exactly what leaves. */
public final class RequestText {

    private RequestText() {}

    /** The lines, in the order of the plan. Credentials and signatures are made at the time of sending. */
    public static List<String> of(Plan plan, StateView state) {
        List<String> lines = new ArrayList<>();
        for (Change change : plan.changes()) {
            JobRequest request = change.request();
            String jobId = change.jobId();
            if (request == null) {
                continue;
            }
            if (change.action() == Action.CREATE || change.action() == Action.RESOLVE) {
                show(
                        change,
                        SmcOperation.CREATE_REPLICATION_JOB,
                        RequestPreview.create(request, state.find(request.key()).orElse(null)),
                        lines);
            } else if (change.action() == Action.UPDATE
                    && jobId != null
                    && !change.differences().isEmpty()) {
                show(
                        change,
                        SmcOperation.MODIFY_REPLICATION_JOB_ATTRIBUTE,
                        RequestPreview.modify(
                                request,
                                jobId,
                                change.differences().stream()
                                        .map(JobDifference::field)
                                        .toList()),
                        lines);
            }
        }
        if (!lines.isEmpty()) {
            lines.add(
                    0,
                    "Requests (POST, API version 2019-06-01; key id, nonce, time and signature are added when sent):");
        }
        return lines;
    }

    private static void show(
            Change change, SmcOperation operation, SortedMap<String, String> parameters, List<String> lines) {
        lines.add(SafeText.escape(change.position() + " " + change.address() + ": " + operation.action()));
        parameters.forEach((name, value) -> lines.add("    " + SafeText.escape(name + " = " + value)));
    }
}
