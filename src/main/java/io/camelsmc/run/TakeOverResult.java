package io.camelsmc.run;

import io.camelsmc.takeover.TakeOverReport;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a take-over came to.
 *
 * @param account scope of the account
 * @param report what was taken over, and what not
 * @param written whether the jobs were written
 * @param location where the journal is, as shown
 * @param aside where a damaged journal was put; null when there was none
 */
public record TakeOverResult(
        String account, TakeOverReport report, boolean written, String location, @Nullable Path aside) {}
