package io.camelsmc.plan.file;

import static io.camelsmc.plan.PlanFixtures.ACCOUNT;
import static io.camelsmc.plan.PlanFixtures.invalid;
import static io.camelsmc.plan.PlanFixtures.row;
import static io.camelsmc.plan.PlanFixtures.spec;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import io.camelsmc.plan.PlanLimits;
import io.camelsmc.plan.Planner;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.SpecField;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlanViewsTest {

    @Test
    void equalInputGivesEqualBytesWhateverTheOrderOfTheRows() throws IOException {
        List<DesiredRow> rows = new ArrayList<>();
        for (int n = 1; n <= 50; n++) {
            rows.add(n % 7 == 0 ? invalid(n) : row(spec(n)));
        }
        String first = json(plan(rows));
        Collections.shuffle(rows, new Random(42));

        assertThat(json(plan(rows))).isEqualTo(first).endsWith("}\n").doesNotContain("\r");
    }

    @Test
    void everyRowStandsInTheJsonWithItsRequest() throws IOException {
        JsonNode root = new ObjectMapper().readTree(json(plan(List.of(row(spec(1)), invalid(2)))));

        assertThat(root.path("format_version").asInt()).isEqualTo(1);
        assertThat(root.path("counts").path("create").asInt()).isEqualTo(1);
        assertThat(root.path("counts").path("invalid").asInt()).isEqualTo(1);
        assertThat(root.path("changes")).hasSize(2);
        assertThat(root.at("/changes/0/request/SystemDiskSize").asText()).isEqualTo("80");
        assertThat(root.at("/changes/1/problems/0/rule").asText()).isEqualTo("CR08");
    }

    @Test
    void theSummaryStaysShortAtAnySize() {
        List<DesiredRow> rows = new ArrayList<>();
        for (int n = 1; n <= 3000; n++) {
            String wave = "wave-" + n % 90;
            rows.add(
                    n % 3 == 0
                            ? invalid(n)
                            : row(spec(n).toBuilder().set(SpecField.WAVE, wave).build()));
        }

        List<String> lines = PlanText.of(plan(rows));

        assertThat(lines).hasSizeLessThanOrEqualTo(PlanText.MAX_LINES);
        assertThat(lines.get(0)).startsWith("Plan: 3000 rows");
        assertThat(String.join("\n", lines)).contains("create       2000", "invalid      1000", "more rows");
    }

    @Test
    void theSummaryShowsNoControlCharacters() {
        List<String> lines = PlanText.of(plan(List.of(
                row(spec(1).toBuilder().set(SpecField.WAVE, "wave\u001b[31m").build()), row(spec(2)))));

        assertThat(String.join("\n", lines)).contains("\\u001B[31m").doesNotContain("\u001b");
    }

    private static Plan plan(List<DesiredRow> rows) {
        List<Change> changes = Planner.plan(rows, ACCOUNT, Map.of(), null, PlanLimits.standard());
        return new Plan(ACCOUNT, "lineage", 7, true, changes);
    }

    private static String json(Plan plan) throws IOException {
        StringWriter text = new StringWriter();
        PlanJson.write(plan, text);
        return text.toString();
    }
}
