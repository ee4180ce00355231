package io.camelsmc.cli;

import io.camelsmc.cli.exit.ExitCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The reference of all commands as a page, made from the commands themselves. */
public final class CommandReference {

    private CommandReference() {}

    /** One section for each command, in the order of {@code smc --help}. */
    public static String markdown() {
        StringBuilder page = new StringBuilder();
        // Whoever makes the page, and however wide the terminal.
        for (CommandLine command : all(Main.commandLine().setUsageHelpWidth(80))) {
            section(page, command);
        }
        return page.toString();
    }

    /** The codes that every command ends with. */
    public static String exitCodes() {
        StringBuilder table = new StringBuilder("| code | meaning |\n| --- | --- |\n");
        for (ExitCode code : ExitCode.values()) {
            row(table, Integer.toString(code.code()), code.meaning());
        }
        return table.toString();
    }

    /** A command and all below it; not those that print the help of others. */
    static List<CommandLine> all(CommandLine command) {
        List<CommandLine> all = new ArrayList<>(List.of(command));
        for (CommandLine sub : command.getSubcommands().values()) {
            if (!sub.getCommandSpec().helpCommand()) {
                all.addAll(all(sub));
            }
        }
        return all;
    }

    private static void section(StringBuilder page, CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        page.append("## ").append(spec.qualifiedName()).append("\n\n```text\n");
        page.append(command.getHelp().synopsis(0).strip()).append("\n```\n\n");
        page.append(escape(String.join(" ", spec.usageMessage().description()).strip()))
                .append("\n\n");
        List<CommandLine> commands = command.getSubcommands().values().stream()
                .filter(sub -> !sub.getCommandSpec().helpCommand())
                .toList();
        if (!commands.isEmpty()) {
            page.append("Commands: ")
                    .append(commands.stream().map(CommandReference::link).collect(Collectors.joining(", ")))
                    .append(".\n\n");
        }
        arguments(page, spec);
        footer(page, spec);
    }

    private static String link(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        return "[`" + spec.name() + "`](#" + spec.qualifiedName().replace(' ', '-') + ")";
    }

    private static void arguments(StringBuilder page, CommandSpec spec) {
        List<OptionSpec> options = spec.options().stream()
                .filter(option -> !option.hidden() && !option.usageHelp() && !option.versionHelp())
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .toList();
        List<PositionalParamSpec> parameters = spec.positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .toList();
        if (options.isEmpty() && parameters.isEmpty()) {
            return;
        }
        page.append("| argument | default | description |\n| --- | --- | --- |\n");
        for (PositionalParamSpec parameter : parameters) {
            row(page, "`" + parameter.paramLabel() + "`", fallback(parameter), description(parameter));
        }
        for (OptionSpec option : options) {
            String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
            String names = Arrays.stream(option.names())
                    .sorted(Comparator.comparingInt(String::length))
                    .map(name -> "`" + name + value + "`")
                    .collect(Collectors.joining(", "));
            row(page, names, fallback(option), description(option));
        }
        page.append('\n');
    }

    private static String fallback(ArgSpec argument) {
        String value = argument.defaultValue();
        return value == null ? "" : "`" + value + "`";
    }

    private static String description(ArgSpec argument) {
        String value = String.valueOf(argument.defaultValue());
        return escape(String.join(" ", argument.description())
                .replace("${DEFAULT-VALUE}", value)
                .replace(" (default: " + value + ")", "")
                .replace("%%", "%"));
    }

    /** The text under the help. Examples start at their heading; every line of them is a command. */
    private static void footer(StringBuilder page, CommandSpec spec) {
        String[] footer = spec.usageMessage().footer();
        if (Arrays.stream(footer).allMatch(String::isBlank)) {
            return;
        }
        page.append("```text\n");
        page.append(Arrays.stream(footer)
                .map(line -> Ansi.OFF.string(line.replace("%%", "%")).stripTrailing())
                .collect(Collectors.joining("\n"))
                .strip());
        page.append("\n```\n\n");
    }

    private static String escape(String text) {
        return text.replace("%n", " ").replace("<", "&lt;").replaceAll("\\s+", " ");
    }

    private static void row(StringBuilder table, String... cells) {
        for (String cell : cells) {
            table.append("| ").append(cell.replace("|", "\\|")).append(' ');
        }
        table.append("|\n");
    }
}
