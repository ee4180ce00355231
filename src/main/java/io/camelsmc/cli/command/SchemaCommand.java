package io.camelsmc.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.options.ProfileOption;
import io.camelsmc.spec.check.ApiProfile;
import io.camelsmc.spec.check.JobSchema;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code smc schema}: the JSON Schema of wave files. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema (2020-12) of YAML and JSON waves, for editors and other checkers.")
public final class SchemaCommand implements Callable<Integer> {

    @Option(
            names = "--profile",
            paramLabel = "2021|2025",
            defaultValue = "2025",
            converter = ProfileOption.Year.class,
            description = "Edition of the API page (default: ${DEFAULT-VALUE}).")
    private ApiProfile profile = ApiProfile.DEFAULT;

    @Option(
            names = "--complete",
            description = "The schema of one job that leaves nothing to defaults, with the rules between its fields.")
    private boolean complete;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(JobSchema.of(profile, complete)));
        out.flush();
        return ExitCode.OK.code();
    }
}
