package io.camelsmc.cli.options;

import io.camelsmc.spec.check.ApiProfile;
import io.camelsmc.spec.check.CheckContext;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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

    @Option(
            names = "--profile",
            paramLabel = "2021|2025",
            defaultValue = "2025",
            converter = Profile.class,
            description = "Edition of the API page to check against (default: ${DEFAULT-VALUE}).")
    private ApiProfile profile = ApiProfile.DEFAULT;

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
                .profile(profile)
                .allowErase(allowErase)
                .namesLookedUp();
    }

    /** Reads the year of an edition. */
    public static final class Profile implements CommandLine.ITypeConverter<ApiProfile> {
        @Override
        public ApiProfile convert(String value) {
            for (ApiProfile profile : ApiProfile.values()) {
                if (profile.year().equals(value)) {
                    return profile;
                }
            }
            throw new CommandLine.TypeConversionException("there is no profile " + value + ", only 2021 and 2025");
        }
    }
}
