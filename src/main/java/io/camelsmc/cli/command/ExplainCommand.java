package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.options.CheckOptions;
import io.camelsmc.cli.options.Sheets;
import io.camelsmc.cli.view.ExplainCode;
import io.camelsmc.cli.view.ExplainField;
import io.camelsmc.cli.view.ExplainRow;
import io.camelsmc.cli.view.ExplainVerb;
import io.camelsmc.diag.AbortException;
import io.camelsmc.diag.SafeText;
import io.camelsmc.job.Verb;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.spec.read.FieldSpelling;
import io.camelsmc.wave.WaveInput;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code smc explain}: where the values of a row come from, or what a code means. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Explains a code: what it means, which endpoint its rows end in, what to do; or a verb (start, stop, cutover,"
                    + " delete, extend): what it does to a job in which status.",
            "With --file, explains a row instead: where each of its values comes from (row, template, wave, global,"
                    + " command line, API default).",
        })
public final class ExplainCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "CODE|VERB|ROW",
            description =
                    "A code of the service (SourceServerState.Invalid) or of a message (CR08), or a verb; or, with --file, a"
                            + " row: wave/name, name, source id, line or FILE:LINE.")
    private String subject = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "FIELD", description = "Explain this field of the row alone.")
    private @Nullable String field;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Wave that holds the row. Repeatable.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private CheckOptions options = new CheckOptions();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws DamagedInputException {
        PrintWriter out = spec.commandLine().getOut();
        if (files.isEmpty()) {
            if (field != null || subject.indexOf('/') >= 0) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "explaining a row needs its wave: --file FILE");
            }
            SpecField named = FieldSpelling.root(subject);
            Verb verb = ExplainVerb.named(subject).orElse(null);
            if (verb != null) {
                ExplainVerb.lines(verb).forEach(out::println);
                out.flush();
            } else if (named == null) {
                new ExplainCode(out).print(subject);
            } else {
                ExplainField.lines(named).forEach(out::println);
                out.flush();
            }
            return ExitCode.OK.code();
        }
        SpecField wanted = field == null ? null : FieldSpelling.root(field);
        if (field != null && wanted == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "there is no field " + field);
        }
        List<WaveInput> inputs = Sheets.inputs(files, options.defaults(), options.region());
        boolean found = new ExplainRow(out, options.context(Instant.now())).print(inputs, subject, wanted);
        if (!found) {
            throw AbortException.cannotRun("no row " + SafeText.excerpt(subject)
                    + " in the files; name it as wave/name, name, source id, line or FILE:LINE");
        }
        return ExitCode.OK.code();
    }
}
