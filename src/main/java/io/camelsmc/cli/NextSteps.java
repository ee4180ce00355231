package io.camelsmc.cli;

import io.camelsmc.apply.NextStep;
import io.camelsmc.apply.OutcomeLabel;
import io.camelsmc.apply.RunResult;
import io.camelsmc.apply.RunStop;
import io.camelsmc.plan.ActionReason;
import io.camelsmc.plan.PlannedInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to run after an apply: words, and commands that can be copied to a shell. */
final class NextSteps {

    private final List<String> arguments;
    private final List<Path> inputs;

    /**
     * For a command line.
     *
     * @param arguments as they were given, {@code apply} first
     * @param inputs the files among them
     */
    NextSteps(List<String> arguments, List<Path> inputs) {
        this.arguments = List.copyOf(arguments);
        this.inputs = List.copyOf(inputs);
    }

    /**
     * The steps, none when nothing is left to do.
     *
     * @param report the report folder; null when none is written
     * @param rowFiles files of rows to be given back that are in it
     * @param forgetful whether the jobs of this run are gone when it ends, so that no later run goes on with it
     */
    List<NextStep> of(RunResult result, @Nullable Path report, List<String> rowFiles, boolean forgetful) {
        List<NextStep> steps = new ArrayList<>();
        RunStop stop = result.stop();
        boolean strict = stop != null && stop.kind() == RunStop.Kind.STRICT;
        List<PlannedInput> planned = result.plan().inputs();
        if (!planned.isEmpty()) {
            return ofSavedPlan(result, planned);
        }
        boolean sheetsAgain = strict || report == null || rowFiles.isEmpty();
        if (result.summary().unsuccessful() > 0) {
            List<Path> toCorrect = sheetsAgain || report == null
                    ? inputs
                    : rowFiles.stream().map(report::resolve).toList();
            String words = "correct the rows that did not end well"
                    + (toCorrect.isEmpty() ? " in their sheet, or mend the cause" : ", in " + files(toCorrect));
            steps.add(
                    forgetful
                            ? new NextStep(words, null)
                            : new NextStep(words + ", then run", sheetsAgain ? same() : with(toCorrect)));
        }
        boolean open = !strict && result.summary().count(OutcomeLabel.PENDING) > 0;
        if (open && !forgetful && (steps.isEmpty() || !sheetsAgain)) {
            steps.add(new NextStep("go on with the open rows: run the same command again", same()));
        }
        return steps;
    }

    /** A saved plan is applied as it stands, so whatever is corrected needs a new one. */
    private List<NextStep> ofSavedPlan(RunResult result, List<PlannedInput> planned) {
        List<NextStep> steps = new ArrayList<>();
        String sheets = planned.stream().map(PlannedInput::file).collect(Collectors.joining(" and "));
        boolean stale = result.plan().changes().stream().anyMatch(change -> change.reason() == ActionReason.PLAN_STALE);
        if (result.summary().unsuccessful() > 0 || stale) {
            steps.add(new NextStep(
                    "correct the rows that did not end well, in " + sheets + ", then make a new plan", null));
        }
        if (result.summary().count(OutcomeLabel.PENDING) > 0 && !stale) {
            steps.add(new NextStep("go on with the open rows: run the same command again", same()));
        }
        return steps;
    }

    private String same() {
        return command(arguments);
    }

    /** The same command for other files; defaults that lay beside the former ones are named. */
    private String with(List<Path> files) {
        List<String> words = new ArrayList<>(arguments);
        words.removeIf(word -> inputs.contains(Path.of(word)));
        if (words.stream().noneMatch(word -> word.startsWith("--defaults"))) {
            for (Path input : inputs) {
                Path beside = input.resolveSibling("defaults.yaml");
                if (Files.exists(beside)) {
                    words.add("--defaults");
                    words.add(beside.toString());
                    break;
                }
            }
        }
        files.forEach(file -> words.add(file.toString()));
        return command(words);
    }

    private static String command(List<String> words) {
        return quoted(System.getProperty("smc.command", "smc")) + " "
                + words.stream().map(NextSteps::quoted).collect(Collectors.joining(" "));
    }

    private static String files(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(" and "));
    }

    /** A word as a shell reads it; the password of a database is not repeated. */
    private static String quoted(String word) {
        String safe = word.replaceAll("(?i)(password=)[^&]*", "$1***").replaceAll("(//[^/@:]*:)[^/@]*@", "$1***@");
        return safe.matches("[A-Za-z0-9_./:=,@%+*-]+") && !safe.contains("*")
                ? safe
                : "'" + safe.replace("'", "'\\''") + "'";
    }
}
