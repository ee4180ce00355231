package io.camelsmc.cli.view;

import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.check.ApiProfile;
import io.camelsmc.spec.check.Rule;
import io.camelsmc.spec.check.Rules;
import io.camelsmc.spec.read.ReadProblems;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints what a code means: one of a rule, of reading, or of the service. */
public final class ExplainCode {

    private final PrintWriter out;

    public ExplainCode(PrintWriter out) {
        this.out = out;
    }

    /** Prints the code. Any code that is not ours is taken for one of the service. */
    public void print(String code) {
        List<Rule> rules = Rules.find(code);
        String reading = ReadProblems.all().get(code);
        List<String> own = OwnCodes.all().get(code);
        if (!rules.isEmpty()) {
            out.println(SafeText.escape(code));
            rules.forEach(this::rule);
        } else if (reading != null) {
            out.println(SafeText.escape(code));
            out.println("  found        while reading the input, before any call");
            out.println("  meaning      " + reading);
        } else if (own != null) {
            out.println(code);
            own.forEach(out::println);
        } else {
            CodeExplanation.of(code).forEach(out::println);
        }
        out.flush();
    }

    private void rule(Rule rule) {
        out.println("  found        by checking the input, before any call");
        out.println("  severity     " + rule.severity().name().toLowerCase(Locale.ROOT));
        out.println("  field        " + rule.field());
        out.println("  asks for     " + rule.description());
        out.println("  source       " + rule.source());
        if (rule.profiles().size() < ApiProfile.values().length) {
            out.println("  only in      the profile "
                    + rule.profiles().iterator().next().year());
        }
    }
}
