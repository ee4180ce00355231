package io.camelsmc.cli.command;

import io.camelsmc.lifecycle.VerbRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code smc cutover}: ends incremental migrations. */
@Command(
        name = "cutover",
        mixinStandardHelpOptions = true,
        description = {
            "Ends incremental migrations that are Waiting: with a last synchronisation, or with what is synchronised now.",
            "A job in the middle of a cycle waits for its end; --wait cuts it over then. Cannot be undone.",
        })
public final class CutOverCommand extends VerbCommand {

    enum LastSync {
        yes,
        no
    }

    @Option(
            names = "--last-sync",
            required = true,
            paramLabel = "yes|no",
            description = {
                "yes: stop the applications on the source first, then a last cycle brings over what changed since the one"
                        + " before.",
                "no: what changed on the source since the last cycle is not migrated."
            })
    private LastSync lastSync = LastSync.yes;

    @Override
    VerbRequest request() {
        return VerbRequest.cutOver(lastSync == LastSync.yes);
    }

    @Override
    String warning() {
        return lastSync == LastSync.yes
                ? "This ends the migration and cannot be undone. A last cycle brings over what changed; stop the applications"
                        + " on the sources first."
                : "This ends the migration and cannot be undone. What changed on the sources since their last cycle is NOT"
                        + " migrated.";
    }
}
