package io.camelsmc.cli.view;

import io.camelsmc.job.Outcome;
import io.camelsmc.plan.ActionReason;
import io.camelsmc.plan.PlannedInput;
import io.camelsmc.run.NextStep;
import io.camelsmc.run.RunResult;
import io.camelsmc.run.RunStop;
import io.camelsmc.spec.read.Defaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to run after an apply: words, and commands that can be copied to a shell. */
public final class NextSteps {

    private final List<String> arguments;
    private final List<Path> inputs;

    /**
     * For a command line.
     *
     * @param arguments as they were given, {@code apply} first
     * @param inputs the files among them
     */
    public NextSteps(List<String> arguments, List<Path> inputs) {
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
    public List<NextStep> of(RunResult result, @Nullable Path report, List<String> rowFiles, boolean forgetful) {
        List<PlannedInput> planned = result.plan().inputs();
        if (!planned.isEmpty()) {
            return ofSavedPlan(result, planned);
        }
        List<NextStep> steps = new ArrayList<>();
        boolean strict = kind(result) == RunStop.Kind.STRICT;
        boolean sheetsAgain = strict || report == null || rowFiles.isEmpty();
        List<Path> toCorrect = sheetsAgain || report == null
                ? inputs
                : rowFiles.stream().map(report::resolve).toList();
        String correction = result.summary().unsuccessful() == 0 ? "" : correction(toCorrect);
        boolean goesOn = !strict && !forgetful && open(result) > 0;
        if (goesOn) {
            steps.add(goOn(result, sheetsAgain && !correction.isEmpty()));
        }
        if (!correction.isEmpty() && !(goesOn && sheetsAgain)) {
            String words =
                    (goesOn ? "then " : "") + correction + (strict ? ", or leave --strict out to send the others" : "");
            steps.add(
                    forgetful
                            ? new NextStep(words, null)
                            : new NextStep(words + ", then run", sheetsAgain ? same() : with(toCorrect)));
        }
        return steps;
    }

    private static String correction(List<Path> toCorrect) {
        return "correct the rows that did not end well"
                + (toCorrect.isEmpty() ? " in their sheet, or fix the cause" : ", in " + files(toCorrect));
    }

    private static long open(RunResult result) {
        return result.summary().count(Outcome.PENDING);
    }

    /**
     * What goes on with the rows that are open: what must be fixed or decided first, then the same command.
     *
     * @param withCorrected whether the same command is also the one for the rows that did not end well
     */
    private NextStep goOn(RunResult result, boolean withCorrected) {
        String first = result.stop() == null ? "" : result.stop().first();
        String rows = (open(result) == 1 ? "the open row" : "the " + open(result) + " open rows")
                + (withCorrected
                        ? ", and with those that did not end well once they are corrected in " + sheets()
                        : "");
        if (kind(result) == RunStop.Kind.MAX_CREATE) {
            // The same words would be refused again.
            return new NextStep("decide: " + first + "; then run the command again, which goes on with " + rows, null);
        }
        return new NextStep(
                first.isEmpty()
                        ? "run the same command again; it goes on with " + rows
                        : "first " + first + "; then run the same command again, which goes on with " + rows,
                same());
    }

    private String sheets() {
        return inputs.isEmpty() ? "their sheet, or their cause is fixed" : files(inputs);
    }

    private static RunStop.@Nullable Kind kind(RunResult result) {
        return result.stop() == null ? null : result.stop().kind();
    }

    /** A saved plan is applied as it stands, so whatever is corrected needs a new one. */
    private List<NextStep> ofSavedPlan(RunResult result, List<PlannedInput> planned) {
        List<NextStep> steps = new ArrayList<>();
        boolean stale = result.plan().changes().stream().anyMatch(change -> change.reason() == ActionReason.PLAN_STALE);
        boolean strict = kind(result) == RunStop.Kind.STRICT;
        if (!stale && !strict && open(result) > 0) {
            steps.add(goOn(result, false));
        }
        if (result.summary().unsuccessful() > 0 || stale) {
            List<Path> sheets =
                    planned.stream().map(input -> Path.of(input.file())).toList();
            String file = inputs.isEmpty() ? "plan.json" : inputs.get(0).toString();
            List<String> words = new ArrayList<>(List.of("plan", "--out", file));
            words.addAll(SharedOptions.among(arguments));
            for (Path sheet : sheets) {
                if (sheet.endsWith(Defaults.FILE_NAME)) {
                    continue;
                }
                words.add(sheet.toString());
            }
            steps.add(new NextStep(
                    (steps.isEmpty() ? "" : "then ") + correction(sheets) + ", make a new plan and apply it",
                    command(words)));
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

    /** A command for a shell. */
    public static String command(List<String> words) {
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
