package io.camelsmc.spec.check;

import io.camelsmc.diag.OddCharacter;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.check.Constraint.Form;
import java.util.List;
import java.util.regex.Pattern;

/** Names and descriptions. */
final class NameRules {

    private static final String DESCRIPTION_FORM =
            "2 to 128 characters that begin with a letter or Chinese character and not with http:// or https://";
    private static final Form DESCRIPTION = Form.of("(?![hH][tT][tT][pP][sS]?://)[A-Za-z\\p{Script=Han}].{1,127}");
    private static final Pattern STRICT_DESCRIPTION = Pattern.compile("[A-Za-z0-9\\p{Script=Han}:_-]*");

    static final List<Rule> ALL = List.of(
            Texts.name(SpecField.NAME),
            Texts.name(SpecField.IMAGE_NAME),
            Rule.error("param.Description", "description", DESCRIPTION_FORM, subject -> {
                        String value = subject.spec().description();
                        if (value != null && !DESCRIPTION.allows(value)) {
                            OddCharacter odd = OddCharacter.first(value);
                            String fix = odd != null && odd.number() == 1 ? odd.advice() : null;
                            subject.report("Not an allowed description", value, DESCRIPTION_FORM, fix);
                        }
                    })
                    .limit(DESCRIPTION),
            Rule.warning(
                    "param.Description.charset",
                    "description",
                    "older pages allow only letters, Chinese characters, digits, colons, underscores and hyphens",
                    subject -> {
                        String value = subject.spec().description();
                        if (value != null && !STRICT_DESCRIPTION.matcher(value).matches()) {
                            subject.report(
                                    "May be refused by older editions of the service",
                                    value,
                                    "letters, digits, colons, underscores and hyphens",
                                    "replace spaces and other signs by underscores to be safe");
                        }
                    }));

    private NameRules() {}
}
