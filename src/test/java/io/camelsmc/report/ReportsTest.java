package io.camelsmc.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.job.Outcome;
import io.camelsmc.run.CallCounts;
import io.camelsmc.run.RunResult;
import io.camelsmc.run.RunSummary;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReportsTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 10_000})
    void keepsTheTextShortAtAnySize(int rows) {
        List<String> lines = ReportText.of(SampleRuns.mixed(rows, "row"));

        assertThat(lines).hasSizeLessThanOrEqualTo(ReportText.MAX_LINES);
        assertThat(lines.get(0)).startsWith("Apply ").contains(rows == 0 ? "no rows" : " of " + rows + " row");
    }

    @Test
    void saysThatARowIsUnaccountedFor() {
        RunResult run = SampleRuns.mixed(18, "row");
        RunSummary lost = new RunSummary(
                19, run.summary().counts(), CallCounts.NONE, run.summary().elapsed());
        RunResult broken = new RunResult(
                run.runId(), run.plan(), run.startedAt(), run.endedAt(), run.rows(), run.rows(), lost, null, null);

        assertThat(lost.balanced()).isFalse();
        assertThat(ReportText.of(broken)).anyMatch(line -> line.contains("19 rows in the plan, 18 outcomes"));
    }

    @Test
    void showsHostileTextInHtmlAsText() throws IOException {
        StringWriter html = new StringWriter();
        HtmlReport.write(SampleRuns.mixed(90, SampleRuns.HOSTILE), SampleRuns.context(SampleRuns.HOSTILE), html);
        String page = html.toString();

        assertThat(page)
                .doesNotContain("<script", "\u202E", "\u001B", "onload='", "src=", "href=", "url(", "@import")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "default-src 'none'", "\\u202E");
        Matcher tags = Pattern.compile("<([a-z0-9]+)[^>]*\\s(on\\w+|style)=").matcher(page);
        assertThat(tags.find()).isFalse();
    }

    @Test
    void writesCellsThatNoSpreadsheetRuns() throws IOException {
        StringWriter csv = new StringWriter();
        ReportCsv.write(
                SampleRuns.of(List.of(
                        SampleRuns.row(1, "=1+1", "@SUM(1)", Outcome.FAILED, "-2+3\n,\"x\"\u202E"),
                        SampleRuns.row(2, "+1", "\t=2", Outcome.CREATED, ""))),
                csv);

        assertThat(csv.toString().lines()).hasSize(3);
        assertThat(csv.toString()).contains("\n'=1+1,'@SUM(1),", "\"'-2+3\\n,\"\"x\"\"\\u202E\"", "\n'+1,\\t=2,");
    }

    @Test
    void writesXmlThatParsesWithASuiteForEachWave() throws Exception {
        StringWriter xml = new StringWriter();
        ReportXml.write(SampleRuns.mixed(90, SampleRuns.HOSTILE + "\u0000\uFFFE]]>"), xml);
        Document document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml.toString())));

        assertThat(document.getElementsByTagName("testsuite").getLength()).isEqualTo(30);
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(90);
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(40);
        assertThat(document.getElementsByTagName("error").getLength()).isEqualTo(10);
        assertThat(document.getDocumentElement().getAttribute("failures")).isEqualTo("40");
    }

    @Test
    void writesJsonThatMeansWhatTheRowsSayAndShowsNothingHidden() throws IOException {
        StringWriter json = new StringWriter();
        ReportJson.write(SampleRuns.mixed(9, SampleRuns.HOSTILE), SampleRuns.context(SampleRuns.HOSTILE), json);
        JsonNode report = new ObjectMapper().readTree(json.toString());

        assertThat(json.toString()).doesNotContain("\u202E", "\u001B");
        assertThat(report.path("results")).hasSize(9);
        assertThat(report.path("results").get(4).path("name").asText()).isEqualTo(SampleRuns.HOSTILE + 4);
        assertThat(report.path("created").asInt()).isEqualTo(1);
    }

    @Test
    void keepsEveryRunAndNeverLosesACopyThatSomebodyEdited() throws IOException {
        RunResult run = SampleRuns.mixed(9, "row");
        ReportFolder reports = ReportFolder.open(folder);
        reports.write(run, List.of(), files -> SampleRuns.context("x"));
        Files.writeString(folder.resolve("report.csv"), "edited");
        ReportFolder.Written second = reports.write(run, List.of(), files -> SampleRuns.context("x"));

        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            assertThat(runs).hasSize(2);
        }
        assertThat(second.run().resolve("edited-report.csv")).hasContent("edited");
        assertThat(second.run().resolve("edited-report.json")).doesNotExist();
        assertThat(folder.resolve("report.csv"))
                .hasSameTextualContentAs(second.run().resolve("report.csv"));
    }
}
