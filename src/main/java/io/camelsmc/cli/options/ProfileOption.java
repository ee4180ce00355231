package io.camelsmc.cli.options;

import io.camelsmc.spec.check.ApiProfile;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Which edition of the API page rows are checked against. */
public final class ProfileOption {

    @Option(
            names = "--profile",
            paramLabel = "2021|2025",
            defaultValue = "2025",
            converter = Year.class,
            description = "Edition of the API page to check against (default: ${DEFAULT-VALUE}).")
    private ApiProfile profile = ApiProfile.DEFAULT;

    public ApiProfile profile() {
        return profile;
    }

    /** Reads the year of an edition. */
    public static final class Year implements CommandLine.ITypeConverter<ApiProfile> {
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
