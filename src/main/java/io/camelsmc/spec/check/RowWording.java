package io.camelsmc.spec.check;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.read.FieldSpelling;
import io.camelsmc.spec.read.InputFormat;
import io.camelsmc.spec.read.InputRow;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says findings in the words of the file that a row comes from: columns where it is a sheet, examples in its own form.
 * Adds what the reader of a value could not know, such as the few values that a field allows. Not safe to share between
 * threads.
 */
final class RowWording {

    /** Names that are spelt differently in a sheet, with a path into a structure. */
    private static final Pattern NAMES = Pattern.compile("\\b("
            + Arrays.stream(SpecField.values())
                    .map(SpecField::specName)
                    .filter(name -> !name.toLowerCase(Locale.ROOT).equals(name))
                    .collect(Collectors.joining("|"))
            + ")\\b(\\[\\d+\\][A-Za-z0-9.\\[\\]]*\\w)?|\\bdisks\\.[a-z]+(\\[\\d+\\])?\\.[A-Za-z0-9.\\[\\]]*\\w");

    private final Map<SpecField, String> fewValues = new EnumMap<>(SpecField.class);
    private final FieldSpelling spelling = new FieldSpelling();

    RowWording(CheckContext context) {
        for (Rule rule : Rules.all()) {
            SpecField field = FieldSpelling.root(rule.field());
            boolean few = rule.constraint().orElse(null) instanceof Constraint.OneOf;
            if (few && field != null && rule.profiles().contains(context.profile())) {
                fewValues.put(field, rule.description());
            }
        }
    }

    /** The path of a field as the file of the row spells it. */
    String path(InputRow row, String path) {
        return spelling.of(row, path);
    }

    /** What a rule found, its field already spelt. */
    Diagnostic ofRule(Diagnostic finding, InputRow row) {
        if (finding.rule().equals("CR21")) {
            return TransferRules.inFormOf(format(row), finding);
        }
        return row.raw().isCsv()
                ? finding.expected(spelt(finding.expected(), row)).fix(spelt(finding.fix(), row))
                : finding;
    }

    /** What the reader found. */
    Diagnostic ofReader(Diagnostic problem, InputRow row) {
        SpecField field = problem.field() == null ? null : FieldSpelling.root(problem.field());
        String few = field == null ? null : fewValues.get(field);
        String fix = problem.fix() == null ? "" : problem.fix();
        if (problem.rule().equals("value.integer") && few != null) {
            String own = fix.startsWith("write the digits") ? "write one of these numbers" : problem.fix();
            return problem.expected(few).fix(own);
        }
        if (problem.rule().equals("value.boolean") && field == SpecField.RUN_ONCE && fix.startsWith("write false")) {
            String needed = needed(row);
            return needed == null ? problem : problem.fix(fix + "; then " + needed);
        }
        return problem;
    }

    /** What incremental migration lacks in the row. */
    private @Nullable String needed(InputRow row) {
        boolean frequency = !row.known().has(SpecField.FREQUENCY);
        boolean images = !row.known().has(SpecField.MAX_NUMBER_OF_IMAGE_TO_KEEP);
        String one = path(row, SpecField.FREQUENCY.specName());
        String other = path(row, SpecField.MAX_NUMBER_OF_IMAGE_TO_KEEP.specName());
        if (frequency && images) {
            return one + " and " + other + " are needed as well";
        }
        return frequency ? one + " is needed as well" : images ? other + " is needed as well" : null;
    }

    private @Nullable String spelt(@Nullable String text, InputRow row) {
        return text == null
                ? null
                : NAMES.matcher(text).replaceAll(name -> Matcher.quoteReplacement(path(row, name.group())));
    }

    private static InputFormat format(InputRow row) {
        if (row.raw().isCsv()) {
            return InputFormat.CSV;
        }
        String text = row.raw().text();
        String inside =
                text == null || !text.startsWith("{") ? "" : text.substring(1).stripLeading();
        return inside.startsWith("\"") ? InputFormat.JSON : InputFormat.YAML;
    }
}
