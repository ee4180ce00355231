package io.camelsmc.cli;

import io.camelsmc.cli.command.AdoptCommand;
import io.camelsmc.cli.command.ApplyCommand;
import io.camelsmc.cli.command.CompletionCommand;
import io.camelsmc.cli.command.CutOverCommand;
import io.camelsmc.cli.command.DeleteCommand;
import io.camelsmc.cli.command.DriftCommand;
import io.camelsmc.cli.command.EmulatorCommand;
import io.camelsmc.cli.command.ExplainCommand;
import io.camelsmc.cli.command.ExportCommand;
import io.camelsmc.cli.command.ExtendCommand;
import io.camelsmc.cli.command.InitCommand;
import io.camelsmc.cli.command.PlanCommand;
import io.camelsmc.cli.command.PolicyCommand;
import io.camelsmc.cli.command.ProfileCommand;
import io.camelsmc.cli.command.RetryCommand;
import io.camelsmc.cli.command.RunCommand;
import io.camelsmc.cli.command.SchemaCommand;
import io.camelsmc.cli.command.StartCommand;
import io.camelsmc.cli.command.StateCommand;
import io.camelsmc.cli.command.StatusCommand;
import io.camelsmc.cli.command.StopCommand;
import io.camelsmc.cli.command.ValidateCommand;
import io.camelsmc.cli.command.VersionCommand;
import io.camelsmc.cli.command.WaitCommand;
import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.exit.Failures;
import io.camelsmc.cli.exit.ProcessEnd;
import io.camelsmc.cli.view.Examples;
import io.camelsmc.cli.view.UsageMessage;
import io.camelsmc.cli.view.Version;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry of the command line. The only place that ends the process. */
@Command(
        name = "smc",
        description = "Turns a sheet of servers into migration jobs of Alibaba Cloud Server Migration Center.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ValidateCommand.class,
            PlanCommand.class,
            ApplyCommand.class,
            RetryCommand.class,
            StatusCommand.class,
            StartCommand.class,
            StopCommand.class,
            CutOverCommand.class,
            DeleteCommand.class,
            ExtendCommand.class,
            WaitCommand.class,
            RunCommand.class,
            EmulatorCommand.class,
            ExplainCommand.class,
            StateCommand.class,
            DriftCommand.class,
            AdoptCommand.class,
            ProfileCommand.class,
            SchemaCommand.class,
            InitCommand.class,
            ExportCommand.class,
            PolicyCommand.class,
            CompletionCommand.class,
            VersionCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main implements Runnable {

    private static final int WIDTH = 80;
    private static final int MIN_WIDTH = 60;
    private static final int MAX_WIDTH = 160;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    public static void main(String[] args) {
        // Before the first logger is made; a user's own setting wins.
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "io/camelsmc/cli/logback-cli.xml");
        }
        speakPlainly();
        ProcessEnd.CURRENT.listen();
        CommandLine commandLine = commandLine();
        commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        ProcessEnd.CURRENT.finish(commandLine.execute(args));
    }

    /**
     * Text is UTF-8 and numbers have ASCII digits, whatever language this machine speaks. A job of cron speaks none, and
     * would write a question mark for every letter that it does not know.
     */
    private static void speakPlainly() {
        Locale.setDefault(Locale.ROOT);
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    /** The command line as it is run; tests and the reference page use the same one. */
    public static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setExitCodeExceptionMapper(Failures::exitCode);
        commandLine.setExecutionExceptionHandler(Failures::explain);
        commandLine.setParameterExceptionHandler(UsageMessage::print);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        // @FILE is a list of patterns of --target, not of arguments.
        commandLine.setExpandAtFiles(false);
        Map<String, String> codes = new LinkedHashMap<>();
        for (String line : ExitCode.helpLines()) {
            codes.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1));
        }
        withExitCodes(commandLine, codes);
        Examples.addTo(commandLine);
        commandLine.setUsageHelpWidth(width(System.getenv("COLUMNS")));
        return commandLine;
    }

    /** The width of help: what the terminal says, within reason; 80 if it says nothing. */
    static int width(@Nullable String columns) {
        if (columns == null || !columns.matches("[0-9]{1,4}")) {
            return WIDTH;
        }
        return Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, Integer.parseInt(columns)));
    }

    private static void withExitCodes(CommandLine commandLine, Map<String, String> codes) {
        commandLine.getCommandSpec().exitCodeOnInvalidInput(ExitCode.USAGE.code());
        commandLine.getCommandSpec().exitCodeOnExecutionException(ExitCode.CANNOT_RUN.code());
        commandLine.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n");
        commandLine.getCommandSpec().usageMessage().exitCodeList(codes);
        commandLine.getCommandSpec().versionProvider(new Version());
        commandLine.getSubcommands().values().forEach(sub -> withExitCodes(sub, codes));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }
}
