package io.camelsmc.spec.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.read.InputFormat;
import io.camelsmc.spec.read.SpecReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every line of {@code rules.txt} is a case: the ids expected, a bar, and a spec in flow YAML. The clean base
 * {@code sourceId: s-1, regionId: cn-hangzhou, targetType: Image, imageName: img, systemDiskSize: 80} fills the gaps; a
 * field given as null is taken out of it.
 */
class RulesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final String BASE =
            "{sourceId: s-1, regionId: cn-hangzhou, targetType: Image, imageName: img, systemDiskSize: 80}";

    static Stream<String> cases() {
        try {
            Path file =
                    Path.of(RulesTest.class.getResource("/spec/check/rules.txt").toURI());
            return Files.readAllLines(file).stream().filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsExactlyTheRulesNamed(String line) throws Exception {
        String[] parts = line.split("\\|", 2);
        List<String> expected = Arrays.stream(parts[0].strip().split(" ", 0))
                .filter(id -> !id.isEmpty() && !id.equals("ok") && !id.startsWith("@"))
                .toList();
        CheckContext context =
                parts[0].contains("@2021") ? CheckContext.at(NOW).profile(ApiProfile.PAGE_2021) : CheckContext.at(NOW);

        List<Diagnostic> found = SpecChecker.check(spec(parts[1].strip()), context);

        assertThat(found).extracting(Diagnostic::rule).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void hasACaseForEachRule() {
        Set<String> covered = new HashSet<>();
        cases().forEach(line ->
                covered.addAll(Arrays.asList(line.split("\\|", 2)[0].strip().split(" ", 0))));

        assertThat(covered).containsAll(Rules.all().stream().map(Rule::id).toList());
    }

    @Test
    void saysWhereWhatGotExpectedAndFix() throws Exception {
        Diagnostic found = SpecChecker.check(
                        spec("{wave: w3, name: web-01, dataDisk: [{index: 1, size: 10}]}"), CheckContext.at(NOW))
                .get(0);

        assertThat(found.render())
                .isEqualTo(
                        "case:1 w3/web-01 dataDisk[1].size: Value out of range "
                                + "(got 10, expected 20 to 32768 (GiB)); choose a size above the used space of the source disk");
    }

    @Test
    void takesTheConsentToEraseFromTheRun() throws Exception {
        ReplicationJobSpec spec = spec("{targetType: TargetInstance, instanceId: i-1, systemDiskSize: 80}");

        assertThat(SpecChecker.check(spec, CheckContext.at(NOW)))
                .extracting(Diagnostic::rule)
                .containsExactly("CR30");
        assertThat(SpecChecker.check(spec, CheckContext.at(NOW).allowErase(true)))
                .isEmpty();
    }

    @Test
    void turnsARuleIntoAWarningWhenAsked() throws Exception {
        ReplicationJobSpec spec = spec("{targetType: ContainerImage}");

        assertThat(SpecChecker.check(spec, CheckContext.at(NOW).asWarning(Set.of("CR05"))))
                .hasSize(3)
                .noneMatch(Diagnostic::isError);
    }

    @Test
    void everyRuleDescribesItself() {
        assertThat(Rules.all()).allSatisfy(rule -> {
            assertThat(rule.id()).isNotBlank();
            assertThat(rule.description()).isNotBlank();
            assertThat(rule.source()).isNotBlank();
            assertThat(rule.profiles()).isNotEmpty();
        });
    }

    private static ReplicationJobSpec spec(String yaml) throws InvalidSpecException {
        ReplicationJobSpec row = SpecReader.one(yaml, "case", InputFormat.YAML);
        ReplicationJobSpec.Builder builder = row.toBuilder();
        ReplicationJobSpec base = SpecReader.one(BASE, "base", InputFormat.YAML);
        for (SpecField field : base.fields()) {
            boolean out = yaml.contains(field.specName() + ": null");
            builder.setDefault(field, out ? null : base.get(field));
        }
        return builder.build();
    }
}
