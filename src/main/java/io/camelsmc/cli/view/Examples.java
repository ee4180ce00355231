package io.camelsmc.cli.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/**
 * The examples under the help of every command, and in {@code docs/commands.md}: a command, then after a hash what it does.
 * A command that is not listed here brings a footer of its own.
 */
public final class Examples {

    private static final Map<String, List<String>> ALL = new LinkedHashMap<>();

    static {
        put(
                "smc",
                "smc init migration                  # files to start from",
                "smc validate wave-01.csv            # every problem of every row",
                "smc apply --emulator wave-01.csv    # rehearse: nothing is real",
                "smc apply wave-01.csv               # make it so");
        put(
                "smc validate",
                "smc validate wave-01.csv wave-02.yaml  # check two waves together",
                "smc validate --report out wave-01.csv  # invalid rows into out/");
        put(
                "smc plan",
                "smc plan wave-01.csv                # ask the service what is there",
                "smc plan --offline --json wave-01.csv  # without asking, for programs",
                "smc plan --detailed-exitcode wave-01.csv  # exit 2 if anything would change",
                "smc plan --out plan.json wave-01.csv  # for review, then: smc apply plan.json",
                "smc plan --target 'wave-01/web-*' --exclude tag:env=prod wave-01.csv");
        put(
                "smc apply",
                "smc apply wave-01.csv               # show the plan, ask, do it",
                "smc apply --target wave-01/web-01 wave-01.csv  # one row first",
                "smc apply plan.json                 # what was reviewed, and no more",
                "smc apply --auto-approve --max-fail 5% --report out wave-01.csv",
                "smc apply --emulator --auto-approve wave-01.csv  # rehearse: nothing is real");
        put(
                "smc retry",
                "smc retry                           # whatever is not finished yet",
                "smc retry wave-01.csv               # only rows of this wave");
        put(
                "smc status",
                "smc status                          # every wave of the journal",
                "smc status wave:wave-01 --watch     # look again every 30 seconds",
                "smc status --wide 'wave-01/web-*'   # a line for every job");
        put(
                "smc start",
                "smc start wave:wave-01              # as many as may run at once",
                "smc start wave:wave-01 --wait       # the rest as places become free",
                "smc start --dry-run --all           # only the verdicts");
        put("smc stop", "smc stop wave-01/web-01             # smc start resumes it");
        put(
                "smc cutover",
                "smc cutover wave:wave-01 --last-sync yes",
                "smc cutover wave:wave-01 --last-sync yes --wait  # after the cycle");
        put(
                "smc delete",
                "smc delete wave:wave-01             # jobs that do not run",
                "smc delete wave-01/web-01 --stop-first");
        put("smc extend", "smc extend wave:wave-01 --to +14d", "smc extend --all --to 2027-01-31T00:00:00+08:00");
        put("smc wait", "smc wait wave:wave-01 --for waiting --timeout 12h");
        put(
                "smc drift",
                "smc drift                           # the whole journal",
                "smc drift --detailed-exitcode --json wave-01.csv  # for a nightly check");
        put(
                "smc adopt",
                "smc adopt wave-01.csv               # jobs that equal rows",
                "smc adopt --name-prefix shop-       # jobs as they are");
        put(
                "smc run",
                "smc run                             # watch spool/in until Ctrl-C",
                "smc run --drain --input wave-01.csv  # one wave, then end",
                "smc run my-route.yaml -p smc.redeliveries=5  # a route of your own");
        put(
                "smc emulator",
                "smc emulator --port 8123            # with --endpoint http://127.0.0.1:8123",
                "smc emulator --sources wave-01.csv --quota 100");
        put(
                "smc explain",
                "smc explain SourceServerState.Invalid  # a code of the service",
                "smc explain cutover                 # what a verb does, by status",
                "smc explain web-01 regionId --file wave-01.csv  # where a value comes from");
        put("smc state", "smc state list                      # what the journal holds");
        put("smc state list", "smc state list --state .smc");
        put("smc state show", "smc state show wave-01/web-01       # one job and its history");
        put("smc state export", "smc state export                    # everything, as JSON");
        put(
                "smc state rebuild",
                "smc state rebuild --from wave-*.csv  # rows say which generation a job is",
                "smc state rebuild --yes             # from the service alone");
        put("smc state unlock", "smc state unlock                    # who holds the journal");
        put("smc profile", "smc profile");
        put("smc schema", "smc schema                          # for an editor that checks YAML");
        put("smc init", "smc init migration                  # into the directory migration");
        put("smc export", "smc export wave-01.yaml --out wave-01.csv  # as one sheet");
        put(
                "smc policy",
                "smc policy --account-id 1234567890123456  # all that apply needs",
                "smc policy --read-only              # for plan alone",
                "smc policy wave-01.csv              # for these sources alone");
        put("smc completion", "source <(smc completion bash)                      # in ~/.bashrc or ~/.zshrc");
        put("smc version", "smc version --json");
    }

    private Examples() {}

    private static void put(String command, String... lines) {
        ALL.put(command, List.of(lines));
    }

    /** The lines of one command; empty if it has none here. */
    public static List<String> of(CommandLine command) {
        return ALL.getOrDefault(command.getCommandSpec().qualifiedName(), List.of());
    }

    /** The commands that have lines here. */
    public static List<String> commands() {
        return List.copyOf(ALL.keySet());
    }

    /** Puts the examples under the help of a command and of those below it. */
    public static void addTo(CommandLine command) {
        List<String> lines = of(command);
        if (!lines.isEmpty()) {
            CommandLine.Model.UsageMessageSpec usage = command.getCommandSpec().usageMessage();
            List<String> footer = new ArrayList<>(Arrays.asList(usage.footer()));
            footer.add("");
            footer.add(lines.size() == 1 ? "Example:" : "Examples:");
            lines.forEach(line -> footer.add("  " + line.replace("%", "%%")));
            usage.footer(footer.toArray(String[]::new));
        }
        command.getSubcommands().values().forEach(Examples::addTo);
    }
}
