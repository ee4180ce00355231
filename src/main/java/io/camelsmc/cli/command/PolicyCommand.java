package io.camelsmc.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.options.Sheets;
import io.camelsmc.cli.view.RamPolicy;
import io.camelsmc.diag.Count;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.wave.WaveInput;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code smc policy}: the least that the vendor's access control must allow. Asks nobody. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the RAM policy (JSON) with the least permissions that these commands need.",
            "With waves, jobs may be created for their sources alone, as long as the policy stays within the 6,144"
                    + " characters that RAM takes.",
        })
public final class PolicyCommand implements Callable<Integer> {

    /** What may stand in a resource name; an asterisk there would grant more than the row says. */
    private static final Pattern SOURCE_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{1,32}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,64}");

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Waves whose sources the policy is for.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--defaults",
            paramLabel = "FILE",
            description = "Defaults for all inputs (default: defaults.yaml beside each).")
    private @Nullable Path defaults;

    @Option(names = "--account-id", paramLabel = "ID", description = "Account of the resources (default: any).")
    private @Nullable String account;

    @Option(names = "--region", paramLabel = "ID", description = "Region of the resources (default: any).")
    private @Nullable String region;

    @Option(names = "--read-only", description = "What plan and drift need: nothing can be created or changed.")
    private boolean readOnly;

    @Option(names = "--with-update", description = "Also what changing existing jobs needs.")
    private boolean withUpdate;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws DamagedInputException, JsonProcessingException {
        check("--account-id", account, ACCOUNT, "digits, such as 1234567890123456");
        check("--region", region, REGION, "the id of a region, such as cn-hangzhou");
        if (readOnly && withUpdate) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--read-only and --with-update exclude each other");
        }
        SortedSet<String> sources = sources();
        String json = policy(sources).json();
        if (json.length() > RamPolicy.MAX_LENGTH && !sources.isEmpty()) {
            note("naming " + sources.size() + " sources takes " + json.length() + " characters and RAM takes "
                    + RamPolicy.MAX_LENGTH + "; the policy allows jobs for all sources");
            json = policy(Collections.emptySortedSet()).json();
        }
        spec.commandLine().getOut().println(json);
        spec.commandLine().getOut().flush();
        return ExitCode.OK.code();
    }

    private RamPolicy policy(SortedSet<String> sources) {
        return new RamPolicy(
                region == null ? "*" : region,
                account == null ? "*" : account,
                RamPolicy.needs(readOnly, withUpdate),
                sources);
    }

    /** The sources of all rows that are not parked; empty, and said so, if one row does not name its source by id. */
    private SortedSet<String> sources() throws DamagedInputException {
        SortedSet<String> sources = new TreeSet<>();
        List<String> nameless = new ArrayList<>();
        for (WaveInput input : Sheets.inputs(files, defaults, region)) {
            input.forEachRow(input.open(), row -> {
                ReplicationJobSpec known = row.known();
                String id = known.get(SpecField.SOURCE_ID) instanceof String text ? text : "";
                if (known.enabled() && SOURCE_ID.matcher(id).matches()) {
                    sources.add(id);
                } else if (known.enabled()) {
                    nameless.add(row.position().toString());
                }
            });
        }
        if (!nameless.isEmpty()) {
            note(Count.of(nameless.size(), "row") + (nameless.size() == 1 ? " names" : " name")
                    + " no source by its id, the first at " + nameless.get(0)
                    + "; the policy allows jobs for all sources");
            sources.clear();
        }
        return sources;
    }

    private void check(String option, @Nullable String value, Pattern pattern, String expected) {
        if (value != null && !pattern.matcher(value).matches()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), option + " takes " + expected + ", not '" + value + "'");
        }
    }

    private void note(String text) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("note: " + text);
        err.flush();
    }
}
