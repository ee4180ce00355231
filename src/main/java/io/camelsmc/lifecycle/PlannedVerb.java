package io.camelsmc.lifecycle;

import io.camelsmc.job.Verb;
import io.camelsmc.job.Verdict;

/**
 * What a verb is to do to one job.
 *
 * @param arguments what the request says beside the id of the job, such as {@code SyncData=true}; empty for none
 */
public record PlannedVerb(TrackedJob job, Verb verb, Verdict verdict, String arguments) {}
