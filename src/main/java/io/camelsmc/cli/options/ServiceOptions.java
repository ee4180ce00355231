package io.camelsmc.cli.options;

import io.camelsmc.diag.AbortException;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.SmcEmulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which service a command talks to, and where it keeps its journal. */
public final class ServiceOptions {

    private static final String KEY_ID = "testid";
    private static final String KEY_SECRET = "testsecret";

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Base URL of the service (default: the public one).")
    private @Nullable String endpoint;

    @Option(
            names = "--emulator",
            description = "Start the embedded emulator and use it: no account needed, nothing is real.")
    private boolean emulator;

    @Option(names = "--region", paramLabel = "ID", description = "Region for rows that name none.")
    private @Nullable String region;

    @Option(names = "--account-id", paramLabel = "ID", description = "Account id, part of the identity of every job.")
    private @Nullable String accountId;

    @Option(
            names = "--state",
            paramLabel = "DIR|JDBC-URL",
            description =
                    "Journal (default: .smc; with --emulator a temporary one, since the emulated jobs are gone afterwards too).")
    private @Nullable String state;

    @Option(names = "--allow-erase", description = "Consent to the loss of all data on target instances.")
    private boolean allowErase;

    @Option(
            names = "--emulator-rate",
            paramLabel = "R",
            defaultValue = "0",
            description = "Requests per second before the embedded emulator throttles; 0 never does (default: 0).")
    private double emulatorRate;

    @Mixin
    private EmulatorChoices choices = new EmulatorChoices();

    /** Starts the emulator if it is wanted, and says how to reach what was chosen. */
    public ServiceSession open(PrintWriter err) {
        if (emulator && endpoint != null) {
            throw AbortException.wrongUsage("--emulator and --endpoint exclude each other");
        }
        if (!emulator) {
            return new ServiceSession(settings(), null, null);
        }
        EmulatorOptions options = choices.options(0, KEY_ID, KEY_SECRET, emulatorRate);
        try {
            Path temporary = state == null ? Files.createTempDirectory("smc-state") : null;
            SmcEmulator service = SmcEmulator.start(options);
            err.println("emulator: listening on " + service.endpoint() + "; nothing it makes is real");
            err.flush();
            String journal = state == null ? String.valueOf(temporary) : state;
            ServiceSettings settings = new ServiceSettings(
                    service.endpoint().toString(), KEY_ID, KEY_SECRET, region, accountId, journal, allowErase);
            return new ServiceSession(settings, service, temporary);
        } catch (IOException e) {
            throw AbortException.cannotRun("cannot start the emulator: " + e.getMessage(), e);
        }
    }

    /** How to reach the service that is not embedded. */
    public ServiceSettings settings() {
        String journal = state == null ? ".smc" : state;
        return new ServiceSettings(endpoint, null, null, region, accountId, journal, allowErase);
    }

    @Nullable
    public String region() {
        return region;
    }

    /** Whether the embedded service has every server that is asked for. */
    boolean anySource() {
        return choices.anySource();
    }

    public boolean allowErase() {
        return allowErase;
    }
}
