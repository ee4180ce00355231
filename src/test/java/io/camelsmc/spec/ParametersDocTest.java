package io.camelsmc.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.job.ModifyRules;
import io.camelsmc.spec.check.ApiProfile;
import io.camelsmc.spec.check.Constraint;
import io.camelsmc.spec.check.Limits;
import io.camelsmc.spec.check.Rule;
import io.camelsmc.spec.check.Rules;
import io.camelsmc.spec.read.CsvNames;
import io.camelsmc.spec.read.ReadProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of the page are printed from the objects that read and check. {@code -Dsmc.docs.update=true} rewrites them. */
class ParametersDocTest {

    private static final Path PAGE = Path.of("docs/parameters.md");
    private static final Map<String, Supplier<String>> TABLES = Map.of(
            "parameters", ParametersDocTest::parameters,
            "limits", ParametersDocTest::limits,
            "rules", ParametersDocTest::rules,
            "codes", ParametersDocTest::codes);

    @ParameterizedTest
    @ValueSource(strings = {"parameters", "limits", "rules", "codes"})
    void printsTheTableOfThePage(String name) throws IOException {
        String page = Files.readString(PAGE);
        String begin = "<!-- begin: " + name + " -->\n";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf("<!-- end: " + name + " -->");
        assertThat(from).as("the marker %s", begin).isGreaterThanOrEqualTo(begin.length());
        assertThat(to).isGreaterThanOrEqualTo(from);
        String table = TABLES.getOrDefault(name, () -> "").get();
        if (Boolean.getBoolean("smc.docs.update")) {
            Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
            return;
        }

        assertThat(page.substring(from, to))
                .as("the page is out of date; run this test with -Dsmc.docs.update=true")
                .isEqualTo(table);
    }

    private static String parameters() {
        StringBuilder table = new StringBuilder(
                "| field | API parameter | CSV column | type | where absent | may change | meaning |\n");
        table.append("|---|---|---|---|---|---|---|\n");
        for (SpecField field : SpecField.values()) {
            row(
                    table,
                    code(field.specName()),
                    code(field.wireName()) + (ApiProfile.PAGE_2021.knows(field) ? "" : " (2025 only)"),
                    column(field),
                    type(field),
                    ApiDefaults.of(field).orElse(""),
                    ModifyRules.describe(field),
                    field.description());
        }
        return table.toString();
    }

    private static String column(SpecField field) {
        return switch (field.type()) {
            case PARTITIONS, DISKS -> "dotted, as " + code(example(field));
            case TAGS -> code("tags") + " or " + code("tag:KEY");
            case DATA_DISKS -> code("data_disks") + " or dotted";
            case EXTRA -> code("extra:NAME");
            default -> code(CsvNames.of(field));
        };
    }

    private static String example(SpecField field) {
        return field.type() == FieldType.DISKS ? "Disks.Data.1.Size" : field.wireName() + ".1.Device";
    }

    private static String type(SpecField field) {
        return switch (field.type()) {
            case STRING -> "text";
            case INTEGER -> "whole number";
            case BOOLEAN -> "true or false";
            case TIME -> "UTC time, or relative to the start of the wave";
            case TARGET_TYPE -> "Image, ContainerImage or TargetInstance";
            case PARTITIONS -> "list of device, sizeBytes, block";
            case DATA_DISKS -> "list of index, size, part";
            case DISKS -> "object of system and data";
            case TAGS -> "list of key, value";
            case EXTRA -> "names and values";
        };
    }

    private static String limits() {
        StringBuilder table = new StringBuilder("| value | limit | edition |\n|---|---|---|\n");
        Map<String, Constraint> current = Limits.of(ApiProfile.PAGE_2025);
        Map<String, Constraint> older = Limits.of(ApiProfile.PAGE_2021);
        current.forEach((path, limit) -> {
            Constraint other = older.get(path);
            boolean same = other != null && text(other).equals(text(limit));
            row(table, code(path), text(limit), same ? "" : "2025");
            if (!same && other != null) {
                row(table, code(path), text(other), "2021");
            }
        });
        return table.toString();
    }

    private static String text(Constraint limit) {
        if (limit instanceof Constraint.Form form) {
            return "matches " + code(form.regex().replace("|", "\\|"));
        }
        if (limit instanceof Constraint.OneOf oneOf) {
            return "one of " + oneOf.values();
        }
        if (limit instanceof Constraint.AtMost most) {
            return "at most " + most.entries() + " entries";
        }
        if (limit instanceof Constraint.Words words) {
            return words.min() + " to " + words.max() + " characters, not beginning with "
                    + String.join(", ", words.forbidden());
        }
        return limit.toString();
    }

    private static String rules() {
        StringBuilder table = new StringBuilder("| code | severity | field | asks for | source | edition |\n");
        table.append("|---|---|---|---|---|---|\n");
        Stream.of(Rules.all(), Rules.acrossRows(), Rules.online())
                .flatMap(List::stream)
                .forEach(rule -> row(
                        table,
                        code(rule.id()),
                        rule.severity().name().toLowerCase(Locale.ROOT),
                        code(rule.field()),
                        rule.description().replace("|", "\\|"),
                        rule.source(),
                        edition(rule)));
        return table.toString();
    }

    private static String edition(Rule rule) {
        return rule.profiles().size() == ApiProfile.values().length
                ? ""
                : rule.profiles().iterator().next().year();
    }

    private static String codes() {
        StringBuilder table = new StringBuilder("| code | meaning |\n|---|---|\n");
        ReadProblems.all().forEach((name, meaning) -> row(table, code(name), meaning));
        return table.toString();
    }

    private static String code(@Nullable String text) {
        return text == null ? "" : "`" + text + "`";
    }

    private static void row(StringBuilder table, String... cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
