package io.camelsmc.spec.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.Diagnostic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentColumnsTest {

    private final Path folder;

    ConsentColumnsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void parksTheServersThatAnotherToolRetiresOrRetains() throws Exception {
        List<InputRow> rows = Inputs.resource("cloud-migration-factory.csv");

        assertThat(rows)
                .extracting(InputRow::parkedBecause)
                .containsExactly(null, "r_type says Retire", "r_type says Retain");
        assertThat(rows).extracting(row -> Inputs.spec(row).enabled()).containsExactly(true, false, false);
        assertThat(Inputs.findings("cloud-migration-factory.csv")).first().satisfies(finding -> assertThat(
                        finding.summary())
                .contains("rows are parked unless the server is to move: r_type")
                .doesNotContain(", r_type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rehost", "REHOST", " rehost ", "Re-host", "Lift and Shift", "lift-and-shift", "Ｒｅｈｏｓｔ"})
    void takesARowWhoseStrategyMeansToMoveTheServerAsItIs(String strategy) throws Exception {
        assertThat(row("server_name,wave_name,r_type", strategy).parkedBecause())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Retire",
                "Retain",
                "Replatform",
                "Relocate",
                "Refactor",
                "Repurchase",
                "TBD",
                "TBC",
                "N/A",
                "no",
                "N",
                "否",
                "0",
                "false",
                "?",
                "#N/A",
                "Rehost?",
                "Not Rehost",
                "已下线"
            })
    void parksARowWhoseStrategyIsNotKnownToMeanAMove(String strategy) throws Exception {
        InputRow row = row("server_name,wave_name,r_type", strategy);

        assertThat(row.parkedBecause()).isEqualTo("r_type says " + strategy);
        assertThat(row.parkedNote())
                .extracting(Diagnostic::rule, Diagnostic::field, Diagnostic::got)
                .containsExactly("row.parked", "r_type", strategy);
        assertThat(row.problems()).isEmpty();
    }

    @Test
    void parksARowWhoseStrategyIsEmptyOrCutOff() throws Exception {
        List<InputRow> rows = Inputs.csv("server_name,wave_name,r_type\nweb-01,w1,\nweb-02,w1,  \n");

        assertThat(rows).extracting(InputRow::parkedBecause).containsOnly("r_type is empty");
    }

    @ParameterizedTest
    @CsvSource({"Y,", "yes,", "TRUE,", "1,", "是,", "N,OK_TO_MIGRATE says N", "maybe,OK_TO_MIGRATE says maybe"})
    void asksTheConsentOfAzure(String consent, String parked) throws Exception {
        InputRow row = row("SOURCE_MACHINE_NAME,AZMIGRATEGROUP_NAME,OK_TO_MIGRATE", consent);

        assertThat(row.parkedBecause()).isEqualTo(parked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Migration Strategy",
                "migration_strategy",
                "Disposition",
                "7R",
                "R-Type",
                "In Scope?",
                "OK_TO_MIGRATE",
                "To be migrated",
                "是否迁移"
            })
    void findsTheConsentInAColumnThatPeopleAddedToTheSheetOfATool(String column) throws Exception {
        InputRow row = row("server_name,wave_name," + column, "Retire");

        assertThat(row.parkedBecause()).isEqualTo(column + " says Retire");
    }

    @Test
    void needsTheConsentOfEveryColumnThatGivesIt() throws Exception {
        List<InputRow> rows = Inputs.csv("server_name,wave_name,r_type,migrate,enabled\n"
                + "web-01,w1,Rehost,yes,true\n"
                + "web-02,w1,Rehost,no,true\n"
                + "web-03,w1,Retire,yes,true\n"
                + "web-04,w1,Rehost,yes,false\n");

        assertThat(rows)
                .extracting(InputRow::parkedBecause)
                .containsExactly(null, "migrate says no", "r_type says Retire", "enabled is false");
    }

    @Test
    void lowersNoConsentByADefault() throws Exception {
        Path defaults = Files.writeString(folder.resolve("defaults.yaml"), "global: {enabled: true}\n");
        InputRow row = row("server_name,wave_name,r_type", "Retire");

        assertThat(Defaults.load(defaults).apply(row).parkedBecause()).isEqualTo("r_type says Retire");
    }

    @Test
    void namesTheDefaultThatParksARow() throws Exception {
        Path defaults = Files.writeString(folder.resolve("defaults.yaml"), "global: {enabled: false}\n");
        InputRow row = Inputs.csv("source_id\ns-1\n").get(0);

        assertThat(Defaults.load(defaults).apply(row).parkedBecause())
                .isEqualTo("enabled is false (global, " + defaults + ":1)");
    }

    @Test
    void pointsToEnabledInASheetOfOurs() throws Exception {
        assertThat(Inputs.damage("source_id,migrate\ns-1,no\n", InputFormat.CSV)
                        .get(0)
                        .render())
                .contains("migrate: Unknown column")
                .contains("name it enabled and write true or false");
    }

    @Test
    void countsParkedRowsByReason() throws Exception {
        ParkedTally tally = new ParkedTally();

        Inputs.resource("cloud-migration-factory.csv").forEach(tally::add);
        tally.add(row("server_name,wave_name,r_type", "Retire"));
        tally.add(Inputs.csv("source_id,enabled\ns-1,false\n").get(0));

        assertThat(tally.count()).isEqualTo(4);
        assertThat(tally.describe())
                .isEqualTo("4 rows are parked and left out: r_type says Retire (2), r_type says Retain (1),"
                        + " enabled is false (1)");
    }

    @Test
    void saysNothingOfRowsThatAreNotParked() throws Exception {
        ParkedTally tally = new ParkedTally();

        boolean parked = tally.add(Inputs.csv("source_id\ns-1\n").get(0));

        assertThat(parked).isFalse();
        assertThat(tally.describe()).isEmpty();
    }

    private static InputRow row(String header, String consent) throws Exception {
        return Inputs.csv(header + "\nweb-01,w1,\"" + consent + "\"\n").get(0);
    }
}
