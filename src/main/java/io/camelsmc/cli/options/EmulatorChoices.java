package io.camelsmc.cli.options;

import io.camelsmc.cli.exit.Failures;
import io.camelsmc.diag.AbortException;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.EmulatorOptionsBuilder;
import io.camelsmc.emulator.FaultFile;
import io.camelsmc.emulator.RateLimit;
import io.camelsmc.emulator.SourceSupply;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that shape the embedded service, for {@code smc emulator} and for {@code --emulator}. */
public final class EmulatorChoices {

    @Option(
            names = "--sources",
            paramLabel = "any|N|FILE",
            defaultValue = "any",
            description =
                    "Source servers that exist in the emulator: any well-formed id, N samples, or those of a wave file (default: any).")
    private String sources = "any";

    @Option(
            names = "--quota",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Jobs the emulated account may hold (default: 1000).")
    private int quota = 1000;

    @Option(names = "--faults", paramLabel = "FILE", description = "Fault plan of the emulator, JSON.")
    private @Nullable Path faults;

    boolean anySource() {
        return sources.equalsIgnoreCase("any");
    }

    /**
     * What was chosen.
     *
     * @param rate requests a second before it throttles; 0 never does
     */
    public EmulatorOptions options(int port, String accessKeyId, String accessKeySecret, double rate) {
        return builder(port, accessKeyId, accessKeySecret, rate).build();
    }

    /** What was chosen, for a command that has more to say. */
    public EmulatorOptionsBuilder builder(int port, String accessKeyId, String accessKeySecret, double rate) {
        if (quota < 0 || !(rate >= 0)) {
            throw AbortException.wrongUsage("--quota and the rate take numbers from 0");
        }
        EmulatorOptionsBuilder builder = EmulatorOptions.builder()
                .port(port)
                .accessKeyId(accessKeyId)
                .accessKeySecret(accessKeySecret)
                .jobQuota(quota)
                .rateLimit(rate == 0 ? RateLimit.NONE : RateLimit.perSecond(rate));
        try {
            builder.sources(SourceSupply.parse(sources));
            if (faults != null) {
                builder.faultFile(FaultFile.read(faults));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw AbortException.cannotRun("cannot start the emulator: " + Failures.message(e), e);
        }
        return builder;
    }
}
