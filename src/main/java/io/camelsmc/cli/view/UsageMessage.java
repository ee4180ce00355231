package io.camelsmc.cli.view;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.read.NearMiss;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, what was probably meant, and where to look. */
public final class UsageMessage {

    private UsageMessage() {}

    /** Prints what is wrong to standard error; returns the exit code. */
    public static int print(ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        lines(e).forEach(err::println);
        err.flush();
        return ExitCode.USAGE.code();
    }

    /** The lines for standard error, the first of which begins with {@code error:}. */
    private static List<String> lines(ParameterException e) {
        CommandLine command = e.getCommandLine();
        List<String> lines = new ArrayList<>();
        lines.add("error: " + SafeText.escape(text(e, command)));
        boolean named = lines.get(0).contains("; did you mean ") || lines.get(0).contains("a command is missing:");
        if (!named && !command.getSubcommands().isEmpty()) {
            lines.add(
                    "commands are " + String.join(", ", command.getSubcommands().keySet()));
        }
        List<String> examples = Examples.of(command);
        if (e instanceof MissingParameterException && !examples.isEmpty()) {
            lines.add("for example: " + examples.get(0).replaceAll("\\s+# .*", ""));
        }
        lines.add("see '" + command.getCommandSpec().qualifiedName() + " --help'");
        return lines;
    }

    /** An option that takes several values takes a mistyped option for one of them. */
    public static void refuseOptions(CommandLine command, Collection<?> values) {
        for (Object value : values) {
            if (value.toString().startsWith("--")) {
                throw new UnmatchedArgumentException(command, List.of(value.toString()));
            }
        }
    }

    private static String text(ParameterException e, CommandLine command) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(unmatched.getUnmatched().get(0), command);
        }
        if (e instanceof MissingParameterException missing
                && missing.getMissing().size() == 1
                && missing.getMissing().get(0).isPositional()) {
            return missing.getMissing().get(0).paramLabel() + " is missing";
        }
        return String.valueOf(e.getMessage())
                .replace("is not an int", "is not a whole number")
                .replace("is not a double", "is not a number");
    }

    private static String unmatched(String argument, CommandLine command) {
        String quoted = "'" + SafeText.excerpt(argument) + "'";
        if (argument.startsWith("-") && argument.length() > 1) {
            return "unknown option " + quoted + option(name(argument), command);
        }
        if (command.getSubcommands().isEmpty()) {
            return "unexpected argument " + quoted + " after '"
                    + command.getCommandSpec().qualifiedName() + "'";
        }
        return "there is no command " + quoted
                + didYouMean(NearMiss.of(argument, command.getSubcommands().keySet()));
    }

    /** The near miss among the options of the command; or, for an option that stands too early, whose it is. */
    private static String option(String name, CommandLine command) {
        TreeSet<String> owners = new TreeSet<>();
        command.getSubcommands().values().stream()
                .filter(sub -> sub.getCommandSpec().optionsMap().containsKey(name))
                .forEach(sub -> owners.add(sub.getCommandName()));
        if (!owners.isEmpty()) {
            return "; it follows the command it belongs to (" + String.join(", ", owners) + ")";
        }
        return didYouMean(
                NearMiss.of(name, command.getCommandSpec().optionsMap().keySet()));
    }

    private static String name(String argument) {
        int value = argument.indexOf('=');
        return value < 0 ? argument : argument.substring(0, value);
    }

    private static String didYouMean(@Nullable String near) {
        return near == null ? "" : "; did you mean " + near + "?";
    }
}
