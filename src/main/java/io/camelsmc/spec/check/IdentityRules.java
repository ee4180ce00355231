package io.camelsmc.spec.check;

import io.camelsmc.diag.OddCharacter;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.check.Constraint.Form;
import io.camelsmc.spec.check.Constraint.Range;
import java.util.List;

/** Which server, where to, and under which token. */
final class IdentityRules {

    /** The rule that a source given by name breaks until the name has been looked up. */
    static final String LOOK_UP = "own.sourceName";

    private static final int MAX_TOKEN = 64;
    private static final Range GENERATION = new Range(0, Integer.MAX_VALUE);
    private static final Form TOKEN = Form.of("[\\x21-\\x7e]{1," + MAX_TOKEN + "}");

    static final List<Rule> ALL = List.of(
            Rule.error("CR01", "sourceId", "sourceId and regionId are given", subject -> {
                if (!subject.spec().has(SpecField.SOURCE_NAME)) {
                    required(
                            subject,
                            SpecField.SOURCE_ID,
                            "give the id of the source server, such as s-bp1e2fsl57knvuug");
                }
                required(subject, SpecField.REGION_ID, "give the destination region in the row or as a default");
            }),
            Texts.pattern(
                    SpecField.SOURCE_ID,
                    "s-[0-9a-z]+",
                    "s- and then lower-case letters and digits",
                    "copy the id from the list of source servers"),
            Texts.pattern(
                    SpecField.REGION_ID,
                    "[a-z]{2,4}(-[a-z0-9]+)+",
                    "the id of a region, such as cn-hangzhou",
                    "use the id of the region, not its display name"),
            Texts.pattern(
                            SpecField.SOURCE_NAME,
                            "\\S(.{0,126}\\S)?",
                            "1 to 128 characters on one line, without spaces at the ends",
                            "copy the name from the list of source servers")
                    .from("camel-smc"),
            Rule.error(
                            LOOK_UP,
                            "sourceName",
                            "stands for sourceId; only the service knows which source has the name",
                            IdentityRules::byName)
                    .from("camel-smc"),
            Rule.error("CR26", "clientToken", "1 to 64 printable ASCII characters", IdentityRules::token)
                    .limit(TOKEN),
            Rule.error("own.generation", "generation", "0 or more", subject -> {
                        if (!GENERATION.allows(subject.spec().generation())) {
                            subject.report("Value out of range", subject.spec().generation(), "0 or more", null);
                        }
                    })
                    .limit(GENERATION)
                    .from("camel-smc"));

    private IdentityRules() {}

    private static void required(Subject subject, SpecField field, String fix) {
        Object value = subject.spec().get(field);
        if (!(value instanceof String text) || text.isBlank()) {
            subject.missing(field.specName(), fix);
        }
    }

    private static void byName(Subject subject) {
        String name = subject.spec().sourceName();
        if (name == null) {
            return;
        }
        if (!subject.spec().has(SpecField.SOURCE_ID)) {
            subject.report(
                    "The source is given by its name, which plan and apply look up in the service",
                    name,
                    null,
                    "give its id as well to have the two compared");
        }
    }

    private static void token(Subject subject) {
        String token = subject.spec().clientToken();
        if (token == null) {
            return;
        }
        if (!TOKEN.allows(token)) {
            subject.report(
                    "Not an allowed token",
                    token,
                    "1 to 64 printable ASCII characters",
                    OddCharacter.fix(token, "leave it out to have one derived"));
        }
    }
}
