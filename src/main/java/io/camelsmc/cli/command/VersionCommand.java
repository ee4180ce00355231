package io.camelsmc.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.view.Version;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code smc version}: what runs here. */
@Command(
        name = "version",
        mixinStandardHelpOptions = true,
        description = "Prints the versions of camel-smc, Java, Camel and the API; a report of a defect needs them.")
public final class VersionCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print them as one JSON object.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> versions = new LinkedHashMap<>();
            versions.put("format_version", 1);
            versions.put("version", Version.current());
            versions.put("java", Runtime.version().toString());
            versions.put("camel", Version.camel());
            versions.put("api", Version.API);
            out.println(new ObjectMapper().writeValueAsString(versions));
        } else {
            for (String line : new Version().getVersion()) {
                out.println(line);
            }
        }
        out.flush();
        return ExitCode.OK.code();
    }
}
