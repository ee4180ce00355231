package io.camelsmc.state;

import io.camelsmc.job.Verb;
import io.camelsmc.spec.JobKey;

/**
 * A verb that is about to be sent.
 *
 * @param key identity of the job
 * @param jobId the job itself
 * @param verb what is to be done to it
 * @param arguments what the request says beside the id, such as {@code SyncData=true}; empty for none
 * @param seen status of the job when the verdict was given, as the service spells it
 */
public record VerbIntent(JobKey key, String jobId, Verb verb, String arguments, String seen) {}
