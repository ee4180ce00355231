package io.camelsmc.cli.options;

import io.camelsmc.cli.view.NextSteps;
import io.camelsmc.cli.view.Version;
import io.camelsmc.run.RunContext;
import io.camelsmc.run.RunResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What reports say beside the rows.
 *
 * @param session the service that was called
 * @param inputs the files of the command line
 * @param arguments the command line
 */
public record RunCircumstances(ServiceSession session, List<Path> inputs, List<String> arguments) {

    RunContext context(RunResult result, @Nullable Path report, List<String> rowFiles) {
        boolean rehearsal = session.emulator() != null;
        String endpoint = Objects.requireNonNullElse(session.settings().endpoint(), "Server Migration Center");
        return new RunContext(
                Version.current(),
                rehearsal ? "embedded emulator" : endpoint,
                rehearsal,
                inputs.stream().map(Path::toString).toList(),
                new NextSteps(arguments, inputs).of(result, report, rowFiles, session.temporaryState() != null));
    }
}
