package io.camelsmc.cli.options;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which account of which service a command works on, and with which journal. */
public final class ServiceChoice {

    private static final String STATE = ".smc";

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Base URL of the service (default: the public one).")
    private @Nullable String endpoint;

    @Option(names = "--account-id", paramLabel = "ID", description = "Account id, part of the identity of every job.")
    private @Nullable String accountId;

    @Option(names = "--state", paramLabel = "DIR|JDBC-URL", description = "Journal (default: .smc).")
    private @Nullable String state;

    /** What is open while a command works on the account. */
    public ServiceSession open() {
        return new ServiceSession(settings(null, false), null, null);
    }

    ServiceSettings settings(@Nullable String region, boolean allowErase) {
        return new ServiceSettings(endpoint, null, null, region, accountId, state == null ? STATE : state, allowErase);
    }

    @Nullable
    String endpoint() {
        return endpoint;
    }

    @Nullable
    String accountId() {
        return accountId;
    }

    /** The journal, if one is named. */
    @Nullable
    String state() {
        return state;
    }
}
