package io.camelsmc.plan.file;

import static io.camelsmc.plan.PlanFixtures.ACCOUNT;
import static io.camelsmc.plan.PlanFixtures.invalid;
import static io.camelsmc.plan.PlanFixtures.row;
import static io.camelsmc.plan.PlanFixtures.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import io.camelsmc.plan.PlanLimits;
import io.camelsmc.plan.PlannedInput;
import io.camelsmc.plan.Planner;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecArbitraries;
import io.camelsmc.spec.SpecField;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SavedPlanTest {

    @Test
    void readsBackWhatWasWritten() throws IOException {
        Plan plan = plan(List.of(row(spec(1)), invalid(2), row(full())));

        Plan read = SavedPlan.read(json(plan));

        assertThat(read.changes()).hasSize(3);
        assertThat(read).usingRecursiveComparison().isEqualTo(plan);
        assertThat(json(read)).isEqualTo(json(plan));
    }

    @Property(tries = 200)
    void readsBackEveryRow(@ForAll("specs") ReplicationJobSpec spec) throws IOException {
        Plan plan =
                plan(List.of(row(spec.toBuilder().set(SpecField.ENABLED, null).build())));

        assertThat(json(SavedPlan.read(json(plan)))).isEqualTo(json(plan));
    }

    @Provide
    Arbitrary<ReplicationJobSpec> specs() {
        return SpecArbitraries.valid(Instant.parse("2026-11-25T00:00:00Z"));
    }

    @Test
    void refusesAPlanThatWasChangedByHand() throws IOException {
        String edited =
                json(plan(List.of(row(spec(1))))).replace("\"SystemDiskSize\" : \"80\"", "\"SystemDiskSize\" : \"90\"");

        assertThatThrownBy(() -> SavedPlan.read(edited))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wave-01/web-1")
                .hasMessageContaining("changed after it was made");
    }

    @Test
    void refusesWhatIsNoPlanOfThisVersion() throws IOException {
        String whole = json(plan(List.of(row(spec(1)))));

        assertThatThrownBy(() -> SavedPlan.read(whole.substring(0, whole.length() / 2)))
                .hasMessageContaining("no JSON");
        assertThatThrownBy(() -> SavedPlan.read(whole.replace("\"format_version\" : 1", "\"format_version\" : 9")))
                .hasMessageContaining("format_version is 9");
        assertThatThrownBy(() -> SavedPlan.read(whole.replace("\"action\" : \"create\"", "\"action\" : \"explode\"")))
                .hasMessageContaining("explode");
    }

    @Test
    void tellsAPlanFromAWave() throws IOException {
        assertThat(SavedPlan.looksLike(json(plan(List.of(row(spec(1))))))).isTrue();
        assertThat(SavedPlan.looksLike("{\"wave\": \"w\", \"jobs\": []}")).isFalse();
        assertThat(SavedPlan.looksLike("source_id,name\ns-1,\"format_version\"\"changes\""))
                .isFalse();
    }

    private static ReplicationJobSpec full() {
        return spec(3).toBuilder()
                .set(SpecField.EXTRA_PARAMETERS, Map.of("NewParameter", "x", "Other.1.Value", ""))
                .set(SpecField.LICENSE_TYPE, "")
                .set(SpecField.GENERATION, 2)
                .set(SpecField.ERASE_TARGET, true)
                .set(SpecField.NOTES, "rack 4, \"left\"")
                .build();
    }

    private static Plan plan(List<DesiredRow> rows) {
        List<DesiredRow> placed = new ArrayList<>();
        for (DesiredRow row : rows) {
            ReplicationJobSpec spec = row.spec();
            placed.add(new DesiredRow(
                    row.position(),
                    spec == null
                            ? null
                            : spec.toBuilder().origin(row.position()).build(),
                    row.problems().stream()
                            .map(problem -> problem.at(row.position()))
                            .toList()));
        }
        List<Change> changes = Planner.plan(placed, ACCOUNT, Map.of(), null, PlanLimits.standard());
        return new Plan(
                ACCOUNT,
                "lineage",
                7,
                true,
                List.of(new PlannedInput("wave-01.csv", "ab".repeat(32))),
                List.of(Diagnostic.warning("CR29", "Many networks").at(SourcePosition.of("plan"))),
                changes);
    }

    private static String json(Plan plan) throws IOException {
        StringWriter text = new StringWriter();
        PlanJson.write(plan, text);
        return text.toString();
    }
}
