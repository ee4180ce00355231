package io.camelsmc.run;

import io.camelsmc.lifecycle.VerbRequest;
import io.camelsmc.plan.Selection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link VerbRun} does.
 *
 * @param request the verb
 * @param selection which jobs of the journal
 * @param quota jobs of the account that may run at once
 * @param dryRun whether to stop after the verdicts
 * @param patience how long jobs that wait are tried again and again; null to try once
 * @param poll how long to wait between two looks
 * @param parallelism calls in flight at most
 */
public record VerbOptions(
        VerbRequest request,
        Selection selection,
        int quota,
        boolean dryRun,
        @Nullable Duration patience,
        Duration poll,
        int parallelism) {}
