package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.options.CheckOptions;
import io.camelsmc.cli.options.Sheets;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.report.JsonFindings;
import io.camelsmc.report.RejectedFiles;
import io.camelsmc.report.TextFindings;
import io.camelsmc.run.FindingSink;
import io.camelsmc.run.ValidateCounts;
import io.camelsmc.run.ValidateRun;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.wave.WaveInput;
import java.io.BufferedWriter;
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

/** {@code smc validate}: every problem of every row, without the service. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "Finds every problem of every row in waves (CSV, YAML, JSON, NDJSON), without asking the service.",
            "A problem reads FILE:LINE ADDRESS FIELD: what is wrong (got …, expected …); what to do [CODE]",
            "ADDRESS is wave/name. FIELD is the column or field to correct. 'smc explain CODE' tells more.",
            "",
        },
        footer = {
            "",
            "A sheet has one row per server under a line of column names:",
            "  source_id,name,wave,region,target_type,image_name,system_disk_size,data_disks,net_mode,vswitch_id,tags",
            "  s-bp1e2fsl57knvuug,web-01,wave-03,cn-hangzhou,Image,web-01,80,1:100;2:500,2,vsw-bp1d,app=shop;env=prod",
            "'smc init' writes one to start from. Times are UTC (2026-06-04T13:35:00Z) or, where the wave has a start,"
                    + " relative to it (+3d). Values shared by rows go into defaults.yaml beside the sheet.",
        })
public final class ValidateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Waves to check together, as one.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--all", description = "Show every problem, not the first 20.")
    private boolean all;

    @Option(names = "--json", description = "Print every problem and the counts as one JSON object.")
    private boolean json;

    @Option(names = "--strict", description = "Refuse a file as a whole for one invalid row.")
    private boolean strict;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description =
                    "Write the invalid rows of each input to DIR/WAVE.rejected.csv or .ndjson, to be corrected there.")
    private @Nullable Path report;

    @Mixin
    private CheckOptions options = new CheckOptions();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = new PrintWriter(new BufferedWriter(spec.commandLine().getOut(), 1 << 16));
        PrintWriter err = spec.commandLine().getErr();
        FindingSink findings = json ? new JsonFindings(out, found -> exit(found).code()) : new TextFindings(out, all);
        ValidateCounts counts = new ValidateCounts();
        try {
            List<WaveInput> inputs = Sheets.inputs(files, options.defaults(), options.region());
            RejectedFiles rejected = new RejectedFiles(report, err);
            counts = new ValidateRun(inputs, strict, options.context(Instant.now()), findings, rejected).run();
        } catch (DamagedInputException defaults) {
            counts.damagedFiles++;
            counts.errors += defaults.diagnostics().size();
            for (Diagnostic problem : defaults.diagnostics()) {
                findings.add(problem);
            }
        }
        findings.end(counts);
        return exit(counts).code();
    }

    private static ExitCode exit(ValidateCounts counts) {
        if (counts.damagedFiles > 0) {
            return ExitCode.CANNOT_RUN;
        }
        return counts.invalid > 0 || counts.errors > 0 ? ExitCode.ROWS_FAILED : ExitCode.OK;
    }
}
