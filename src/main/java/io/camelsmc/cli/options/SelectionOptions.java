package io.camelsmc.cli.options;

import io.camelsmc.diag.AbortException;
import io.camelsmc.diag.Count;
import io.camelsmc.diag.SafeText;
import io.camelsmc.plan.Plan;
import io.camelsmc.plan.Selection;
import io.camelsmc.run.Selections;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which rows of the inputs a command is about. */
public final class SelectionOptions {

    @Option(
            names = "--target",
            paramLabel = "PATTERN",
            description = {
                "Select only rows that match: wave/name, a name or a source id, wave:W, app:A, region:R, source:ID, tag:KEY,"
                        + " tag:KEY=VALUE, with * and ?; @FILE reads patterns, one a line. May be repeated."
            })
    private List<String> targets = new ArrayList<>();

    @Option(
            names = "--exclude",
            paramLabel = "PATTERN",
            description = "Leave out rows that match, even if a target selects them. Patterns as for --target.")
    private List<String> exclusions = new ArrayList<>();

    /** The selection; created anew at each call, since it remembers what matched. */
    public Selection selection() {
        try {
            return new Selection(expanded(targets), expanded(exclusions));
        } catch (IllegalArgumentException e) {
            throw AbortException.wrongUsage("--target or --exclude: " + e.getMessage(), e);
        }
    }

    /** The chosen rows of a plan, and how many are left out. */
    Plan narrow(Plan plan, PrintWriter err) {
        Selection selection = selection();
        if (selection.isEverything()) {
            return plan;
        }
        Plan narrowed = Selections.narrow(plan, selection);
        err.println(Count.is(plan.changes().size() - narrowed.changes().size(), "row")
                + " left out by --target or --exclude");
        return narrowed;
    }

    static List<String> expanded(List<String> patterns) {
        List<String> all = new ArrayList<>();
        for (String pattern : patterns) {
            if (pattern.startsWith("@")) {
                lines(pattern.substring(1)).forEach(all::add);
            } else {
                all.add(pattern);
            }
        }
        return all;
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException | IllegalArgumentException e) {
            throw AbortException.cannotRun(
                    "cannot read the patterns of @" + SafeText.excerpt(file) + "; is it a text file in UTF-8?", e);
        }
    }
}
