package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.exit.ProcessEnd;
import io.camelsmc.cli.options.EmulatorChoices;
import io.camelsmc.diag.AbortException;
import io.camelsmc.emulator.EmulatorControl;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.SmcEmulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code smc emulator}: serves the embedded service until a signal arrives. */
@Command(
        name = "emulator",
        mixinStandardHelpOptions = true,
        description = "Serves an emulated SMC on loopback until it is stopped. Nothing it makes is real.")
public final class EmulatorCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port on 127.0.0.1; 0 takes a free one (default: 0).")
    private int port;

    @Option(
            names = "--access-key-id",
            paramLabel = "ID",
            defaultValue = "testid",
            description = "Key that is accepted (default: testid).")
    private String accessKeyId = "testid";

    @Option(
            names = "--access-key-secret",
            paramLabel = "SECRET",
            defaultValue = "testsecret",
            description = "Its secret (default: testsecret).")
    private String accessKeySecret = "testsecret";

    @Option(
            names = "--account-id",
            paramLabel = "ID",
            defaultValue = "1234567890123456",
            description = "Account that GetCallerIdentity names (default: 1234567890123456).")
    private String accountId = "1234567890123456";

    @Option(
            names = "--running-quota",
            paramLabel = "N",
            defaultValue = "50",
            description = "Jobs that may run at once (default: 50).")
    private int runningQuota = 50;

    @Option(
            names = "--speed",
            paramLabel = "X",
            description = {
                "Seconds of the service that pass in one: 3600 lets an hour of a job's life pass in a second.",
                "Signatures are good whatever of both clocks they show (default: time is not warped).",
            })
    private @Nullable Double speed;

    @Option(
            names = "--control-port",
            paramLabel = "N",
            description = {
                "Also serve the control API on this port of 127.0.0.1; 0 takes a free one (default: not served).",
                "It needs no key: everybody on this machine can look into the emulator and steer it.",
            })
    private @Nullable Integer controlPort;

    @Mixin
    private EmulatorChoices choices = new EmulatorChoices();

    @Option(
            names = {"--rate", "--emulator-rate"},
            paramLabel = "R",
            defaultValue = "0",
            description = "Requests per second before it throttles; 0 never does (default: 0).")
    private double rate;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--port takes 0 to 65535 (got " + port + ")");
        }
        if (controlPort != null && (controlPort < 0 || controlPort > 65_535)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--control-port takes 0 to 65535 (got " + controlPort + ")");
        }
        EmulatorOptions options = options();
        ProcessEnd.CURRENT.windUp();
        try (SmcEmulator emulator = SmcEmulator.start(options)) {
            return controlPort == null ? serve(emulator, null) : serveBoth(emulator, controlPort);
        } catch (IOException e) {
            throw AbortException.cannotRun(
                    "cannot listen on 127.0.0.1:" + port + " (" + e.getMessage() + "); choose another --port", e);
        }
    }

    private EmulatorOptions options() {
        if (runningQuota < 0) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--running-quota takes numbers from 0 (got " + runningQuota + ")");
        }
        if (!accountId.matches("[0-9]{1,20}")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--account-id takes the digits of an account id (got " + accountId + ")");
        }
        try {
            return choices.builder(port, accessKeyId, accessKeySecret, rate)
                    .accountId(accountId)
                    .runningQuota(runningQuota)
                    .speed(speed)
                    .build();
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private int serveBoth(SmcEmulator emulator, int port) throws InterruptedException {
        try (EmulatorControl control = EmulatorControl.start(emulator, port)) {
            return serve(emulator, control);
        } catch (IOException e) {
            throw AbortException.cannotRun(
                    "cannot listen on 127.0.0.1:" + port + " (" + e.getMessage() + "); choose another --control-port",
                    e);
        }
    }

    private int serve(SmcEmulator emulator, @Nullable EmulatorControl control) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        out.println("listening on " + emulator.endpoint());
        if (control != null) {
            out.println("control on " + control.endpoint());
        }
        out.flush();
        ProcessEnd.CURRENT.awaitSignal();
        return ExitCode.OK.code();
    }
}
