package io.camelsmc.cli.options;

import io.camelsmc.diag.AbortException;
import io.camelsmc.plan.Selection;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which jobs of the journal a command is about. */
public final class JobsOptions {

    @Parameters(
            paramLabel = "SELECTOR",
            arity = "0..*",
            description = {
                "Jobs of the journal: wave:W, wave/name, a name or a source id, source:ID, job:ID, region:R, tag:KEY,"
                        + " tag:KEY=VALUE, with * and ?; @FILE reads selectors, one a line."
            })
    private List<String> selectors = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "SELECTOR", description = "Leave these out. May be repeated.")
    private List<String> exclusions = new ArrayList<>();

    @Option(names = "--all", description = "Every job of the journal.")
    private boolean all;

    /** The selection of a command that changes something: everything must be said. */
    public Selection required() {
        if (selectors.isEmpty() && !all) {
            throw AbortException.wrongUsage(
                    "which jobs? Name them, such as wave:wave-01 or 'wave-01/web-*', or say --all");
        }
        return selection();
    }

    /** The selection of a command that only looks; without a selector it is everything. */
    public Selection selection() {
        if (all && !selectors.isEmpty()) {
            throw AbortException.wrongUsage("--all and selectors exclude each other");
        }
        try {
            return new Selection(SelectionOptions.expanded(selectors), SelectionOptions.expanded(exclusions));
        } catch (IllegalArgumentException e) {
            throw AbortException.wrongUsage(String.valueOf(e.getMessage()), e);
        }
    }
}
