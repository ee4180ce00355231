package io.camelsmc.run;

import static io.camelsmc.cli.ValidateInvocation.smc;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.cli.ValidateInvocation;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.StaticCredentials;
import io.camelsmc.client.http.SmcClientConfig;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.emulator.EmulatedSource;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.Quirk;
import io.camelsmc.emulator.SmcEmulator;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.wave.CheckedRows;
import io.camelsmc.wave.CheckedStream;
import io.camelsmc.wave.WaveInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceLookupTest {

    private static final String HEADER = "source_id,source_name,name,region,target_type,image_name,system_disk_size\n";
    private static final String REST = ",cn-hangzhou,Image,";

    @TempDir
    private Path folder = Path.of("");

    private final SmcEmulator emulator;

    SourceLookupTest() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.defaults());
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void putsTheIdOfTheOneSourceOfThatNameIntoTheRow() throws Exception {
        source("s-1", "web-01");
        source("s-2", "web-02");

        List<DesiredRow> rows = resolve(row("", "web-01", 1) + row("", "web-02", 2) + row("s-9", "", 3));

        assertThat(rows).extracting(SourceLookupTest::sourceId).containsExactly("s-1", "s-2", "s-9");
        assertThat(rows).noneMatch(DesiredRow::invalid);
        assertThat(rows).allMatch(row -> row.problems().isEmpty());
    }

    @Test
    void asksForAllSourcesOnceHoweverManyNamesThereAre() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int n = 1; n <= 120; n++) {
            source("s-" + n, "web-" + n);
            rows.append(row("", "web-" + n, n));
        }

        assertThat(resolve(rows.toString())).noneMatch(DesiredRow::invalid);
        assertThat(calls()).isEqualTo(3);
    }

    @Test
    void asksForASingleNameByItsName() throws Exception {
        for (int n = 1; n <= 120; n++) {
            source("s-" + n, "web-" + n);
        }

        assertThat(sourceId(resolve(row("", "web-7", 1)).get(0))).isEqualTo("s-7");
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void comparesNamesExactlyThoughTheServiceDoesNot() throws Exception {
        emulator.settings().on(Quirk.LOOSE_FILTERS);
        source("s-1", "web-01");
        source("s-2", "web-01-old");
        source("s-3", "WEB-01");

        assertThat(sourceId(resolve(row("", "web-01", 1)).get(0))).isEqualTo("s-1");
    }

    @Test
    void findsANameThatPagesSkippedWhileTheyShifted() throws Exception {
        for (int n = 1; n <= 120; n++) {
            source("s-" + n, "web-" + n);
        }
        emulator.settings().on(Quirk.PAGE_SHIFT);
        StringBuilder rows = new StringBuilder();
        for (int n = 1; n <= 120; n++) {
            rows.append(row("", "web-" + n, n));
        }

        assertThat(resolve(rows.toString())).noneMatch(DesiredRow::invalid);
    }

    @Test
    void refusesANameThatSeveralSourcesHaveAndNamesThem() throws Exception {
        source("s-1", "web-01");
        source("s-2", "web-01");

        assertThat(error(row("", "web-01", 1)))
                .isEqualTo("wave.csv:2 -/job-1 source_name: Several source servers have this name (got web-01, expected"
                        + " one source, not s-1 and s-2); give the sourceId of the one that is meant"
                        + " [own.sourceName.ambiguous]");
    }

    @Test
    void suggestsAnotherSpellingOfTheNameButNeverAnotherName() throws Exception {
        source("s-1", "web-01");

        assertThat(error(row("", "WEB_01", 1)))
                .isEqualTo("wave.csv:2 -/job-1 source_name: No source server of the account has this name (got WEB_01);"
                        + " did you mean web-01? [own.sourceName.unknown]");
        assertThat(error(row("", "wbe-01", 1))).doesNotContain("web-01");
    }

    @Test
    void holdsARowThatGivesIdAndNameToBoth() throws Exception {
        source("s-1", "web-01");
        source("s-2", "web-02");

        List<DesiredRow> rows = resolve(row("s-1", "web-01", 1) + row("s-1x", "web-02", 2));

        assertThat(rows.get(0).problems()).isEmpty();
        assertThat(rows.get(1).problems().get(0).renderWithRule())
                .isEqualTo(
                        "wave.csv:3 -/job-2 source_name: The name belongs to another source than sourceId (got web-02,"
                                + " which is s-2, expected s-1x); correct one of the two, or remove the name"
                                + " [own.sourceName.mismatch]");
    }

    @Test
    void findsThatARowByNameAndARowByIdMeanOneSource() throws Exception {
        source("s-1", "web-01");

        List<DesiredRow> rows = resolve(row("", "web-01", 1) + row("s-1", "", 2));

        assertThat(rows).allMatch(DesiredRow::invalid);
        assertThat(rows.get(0).problems().get(0).renderWithRule())
                .contains("source_name: The same source stands in another row (got s-1); see wave.csv:3");
        assertThat(rows.get(1).problems().get(0).renderWithRule()).contains("see wave.csv:2");
    }

    @Test
    void planSaysOfflineThatTheNameIsStillToBeLookedUpAndResolvesItOnline() throws Exception {
        Path sheet = Files.writeString(folder.resolve("w.csv"), HEADER + row("", "web-01", 1));

        assertThat(smc("plan", "--offline", sheet).out())
                .contains("create          1")
                .contains("1 of them give the name of their source, which is looked up when the service is asked");
        ValidateInvocation online = smc("plan", "--emulator", "--json", sheet);
        assertThat(online.exit()).isZero();
        assertThat(online.out()).contains("\"action\" : \"create\"", "\"SourceId\" : \"s-", "\"digest\" : ");
    }

    private String error(String row) throws Exception {
        List<Diagnostic> problems = resolve(row).get(0).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0).renderWithRule();
    }

    private List<DesiredRow> resolve(String rows) throws Exception {
        Path sheet = Files.writeString(folder.resolve("wave.csv"), HEADER + rows);
        CheckedRows checked = CheckedRows.of(CheckedStream.of(
                WaveInput.of(List.of(sheet), null, null),
                CheckContext.at(Instant.now()).namesLookedUp(),
                row -> true));
        try (SmcClient client = SmcClients.create(
                SmcClientConfig.defaults().withEndpoint(emulator.endpoint()),
                new StaticCredentials("testid", "testsecret"))) {
            return SourceLookup.resolve(checked, client).rows().stream()
                    .map(row -> new DesiredRow(
                            row.position(),
                            row.spec(),
                            row.problems().stream()
                                    .map(p -> p.at(new SourcePosition(
                                                    "wave.csv", row.position().line(), 0))
                                            .fix(
                                                    p.fix() == null
                                                            ? null
                                                            : p.fix().replace(sheet.toString(), "wave.csv")))
                                    .toList()))
                    .toList();
        }
    }

    private static @Nullable String sourceId(DesiredRow row) {
        return row.spec() == null ? null : row.spec().sourceId();
    }

    private int calls() {
        return emulator.journal().entries("DescribeSourceServers").size();
    }

    private void source(String id, String name) {
        emulator.addSource(EmulatedSource.available(id, name));
    }

    private static String row(String id, String name, int number) {
        return id + "," + name + ",job-" + number + REST + "img-" + number + ",80\n";
    }
}
