package io.camelsmc.cli.options;

import io.camelsmc.spec.check.CheckContext;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What commands that read waves without the service have in common. */
public final class CheckOptions {

    @Option(
            names = "--defaults",
            paramLabel = "FILE",
            description = "Defaults for all inputs (default: defaults.yaml beside each).")
    private @Nullable Path defaults;

    @Option(names = "--region", paramLabel = "ID", description = "Region for rows that name none.")
    private @Nullable String region;

    @Mixin
    private ProfileOption edition = new ProfileOption();

    @Option(names = "--allow-erase", description = "Consent to the loss of all data on target instances.")
    private boolean allowErase;

    @Nullable
    public Path defaults() {
        return defaults;
    }

    @Nullable
    public String region() {
        return region;
    }

    /** The context of an offline check: a source given by name cannot be looked up, which is no fault of the row. */
    public CheckContext context(Instant now) {
        return CheckContext.at(now.truncatedTo(ChronoUnit.SECONDS))
                .profile(edition.profile())
                .allowErase(allowErase)
                .namesLookedUp();
    }
}
