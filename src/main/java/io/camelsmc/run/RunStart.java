package io.camelsmc.run;

import io.camelsmc.plan.Plan;
import java.time.Instant;

/**
 * A run that begins.
 *
 * @param runId names the run: UTC time and a short digest of what it is to do
 * @param at when
 * @param plan what is to be done
 */
public record RunStart(String runId, Instant at, Plan plan) {}
