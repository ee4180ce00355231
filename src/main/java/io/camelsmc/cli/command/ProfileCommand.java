package io.camelsmc.cli.command;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.check.ApiProfile;
import io.camelsmc.spec.check.Rule;
import io.camelsmc.spec.check.Rules;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code smc profile}: the editions of the API page, and in what they differ. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        description = "Lists the editions of the API page to check against, or in what they differ.")
public final class ProfileCommand implements Callable<Integer> {

    /** What can be asked for. */
    enum View {
        DIFF
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "diff",
            description = "Show the parameters and rules that only one edition has.")
    private @Nullable View view;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (view == View.DIFF) {
            diff(out);
        } else {
            for (ApiProfile profile : ApiProfile.values()) {
                long parameters = Arrays.stream(SpecField.values())
                        .filter(field -> field.isApiParameter() && profile.knows(field))
                        .count();
                long rules = Rules.all().stream()
                        .filter(rule -> rule.profiles().contains(profile))
                        .count();
                out.printf(
                        "%s  %d parameters, %d rules%s%n",
                        profile.year(), parameters, rules, profile == ApiProfile.DEFAULT ? "  (default)" : "");
            }
        }
        out.flush();
        return ExitCode.OK.code();
    }

    private static void diff(PrintWriter out) {
        ApiProfile[] profiles = ApiProfile.values();
        for (SpecField field : SpecField.values()) {
            String known = Arrays.stream(profiles)
                    .filter(profile -> profile.knows(field))
                    .map(ApiProfile::year)
                    .collect(Collectors.joining(", "));
            if (field.isApiParameter() && !known.equals(years(profiles))) {
                out.printf("parameter  only %s  %-24s %s%n", known, field.wireName(), field.description());
            }
        }
        for (Rule rule : Rules.all()) {
            if (rule.profiles().size() < profiles.length) {
                ApiProfile only = rule.profiles().iterator().next();
                out.printf(
                        "rule       only %s  %-24s %s [%s]%n",
                        only.year(), rule.field(), rule.description(), rule.id());
            }
        }
    }

    private static String years(ApiProfile[] profiles) {
        return Arrays.stream(profiles).map(ApiProfile::year).collect(Collectors.joining(", "));
    }
}
