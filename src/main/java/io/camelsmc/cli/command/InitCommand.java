package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.view.InitTemplates;
import io.camelsmc.diag.AbortException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code smc init}: files to start from. Never overwrites. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Writes files to start from: a sheet with comments, defaults, and a route. Overwrites nothing.")
public final class InitCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "Where to write them (default: here).")
    private Path directory = Path.of("");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        List<Path> targets = new ArrayList<>();
        for (String name : InitTemplates.ALL.keySet()) {
            Path target = directory.resolve(name);
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw taken(target, null);
            }
            targets.add(target);
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            Files.createDirectories(directory.toAbsolutePath());
            for (Map.Entry<String, String> template : InitTemplates.ALL.entrySet()) {
                Path target = directory.resolve(template.getKey());
                Files.writeString(target, template.getValue(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
                out.println(target);
            }
        } catch (FileAlreadyExistsException e) {
            throw taken(Path.of(e.getFile()), e);
        } catch (IOException e) {
            throw AbortException.cannotRun(
                    "cannot write into " + directory.toAbsolutePath() + ": " + e.getMessage(), e);
        }
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        err.println("next: put your servers into " + targets.get(0) + ", then run: smc validate " + targets.get(0));
        err.flush();
        return ExitCode.OK.code();
    }

    private static AbortException taken(Path target, @Nullable Throwable cause) {
        return AbortException.cannotRun(
                target + " is there already; nothing was overwritten, choose another DIR", cause);
    }
}
