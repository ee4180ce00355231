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

    @Mixin
    private ServiceChoice service = new ServiceChoice();

    @Option(
            names = "--emulator",
            description = {
                "Start the embedded emulator and use it: no account needed, nothing is real. The journal is a temporary one"
                        + " unless --state names it, since the emulated jobs are gone afterwards too."
            })
    private boolean emulator;

    @Option(names = "--region", paramLabel = "ID", description = "Region for rows that name none.")
    private @Nullable String region;

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
        if (emulator && service.endpoint() != null) {
            throw AbortException.wrongUsage("--emulator and --endpoint exclude each other");
        }
        if (!emulator) {
            return new ServiceSession(settings(), null, null);
        }
        EmulatorOptions options = choices.options(0, KEY_ID, KEY_SECRET, emulatorRate);
        try {
            String given = service.state();
            Path temporary = given == null ? Files.createTempDirectory("smc-state") : null;
            SmcEmulator started = SmcEmulator.start(options);
            err.println("emulator: listening on " + started.endpoint() + "; nothing it makes is real");
            err.flush();
            String journal = given == null ? String.valueOf(temporary) : given;
            ServiceSettings settings = new ServiceSettings(
                    started.endpoint().toString(),
                    KEY_ID,
                    KEY_SECRET,
                    region,
                    service.accountId(),
                    journal,
                    allowErase);
            return new ServiceSession(settings, started, temporary);
        } catch (IOException e) {
            throw AbortException.cannotRun("cannot start the emulator: " + e.getMessage(), e);
        }
    }

    /** How to reach the service that is not embedded. */
    public ServiceSettings settings() {
        return service.settings(region, allowErase);
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
