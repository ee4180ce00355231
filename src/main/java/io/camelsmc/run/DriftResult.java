package io.camelsmc.run;

import io.camelsmc.drift.DriftReport;

/**
 * In what journal and service disagree.
 *
 * @param account scope of the account
 * @param report the comparison
 * @param counted jobs of the account, as the service counts them
 * @param listed jobs that it listed; when they are fewer, jobs that the journal does not know may be missing in the report
 */
public record DriftResult(String account, DriftReport report, int counted, int listed) {}
