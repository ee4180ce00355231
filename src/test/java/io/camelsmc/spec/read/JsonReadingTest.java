package io.camelsmc.spec.read;

import static io.camelsmc.spec.read.InputFormat.JSON;
import static io.camelsmc.spec.read.InputFormat.NDJSON;
import static io.camelsmc.spec.read.Inputs.damage;
import static io.camelsmc.spec.read.Inputs.json;
import static io.camelsmc.spec.read.Inputs.rows;
import static io.camelsmc.spec.read.Inputs.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReadingTest {

    @Test
    void readsAWaveAListAndASingleJob() throws Exception {
        List<InputRow> wave = json("{\"wave\":\"w\",\"defaults\":{\"netMode\":0},\"jobs\":[\n{\"SourceId\":\"s-1\"}]}");

        assertThat(spec(wave.get(0)).netMode()).isZero();
        assertThat(spec(wave.get(0)).wave()).isEqualTo("w");
        assertThat(wave.get(0).position()).isEqualTo(new SourcePosition("wave", 2, 1));
        assertThat(wave.get(0).raw().text()).isEqualTo("{\"SourceId\":\"s-1\"}");
        assertThat(json("[{\"sourceId\":\"s-1\"},{\"sourceId\":\"s-2\"}]")).hasSize(2);
        assertThat(spec(json("{\"sourceId\":\"s-1\",\"name\":null}").get(0)).name())
                .isNull();
    }

    @Test
    void readsOneObjectALineWithPhysicalLineNumbers() throws Exception {
        String text =
                "\uFEFF{\"sourceId\":\"s-1\"}\r\n\r\n{\"sourceId\":\"s-2\",\"netMode\":\"0\"}\n{\"sourceId\":\"s-3\"}";

        List<InputRow> rows = rows(text, NDJSON);

        assertThat(rows).extracting(row -> row.position().line()).containsExactly(1, 3, 4);
        assertThat(rows.get(1).problems().get(0).position()).isEqualTo(new SourcePosition("wave", 3, 29));
        assertThat(rows.get(2).raw().text()).isEqualTo("{\"sourceId\":\"s-3\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"systemDiskSize\":3.9|systemDiskSize|value.integer",
                "\"systemDiskSize\":\"\"|systemDiskSize|value.integer",
                "\"systemDiskSize\":\"80\"|systemDiskSize|value.integer",
                "\"systemDiskSize\":9223372036854775808|systemDiskSize|value.integer",
                "\"systemDiskSize\":1e2|systemDiskSize|value.integer",
                "\"systemDiskSize\":true|systemDiskSize|value.integer",
                "\"runOnce\":1|runOnce|value.boolean",
                "\"runOnce\":\"true\"|runOnce|value.boolean",
                "\"name\":5|name|value.text",
                "\"targetType\":1|targetType|value.target-type",
                "\"netmode\":2|netmode|field.unknown",
                "\"NETMODE\":2|NETMODE|field.unknown",
                "\"dataDisk\":[{\"size\":\"80\"}]|dataDisk[1].size|value.integer",
                "\"dataDisk\":[{\"Size\":80,\"size\":80}]|dataDisk[1].size|field.duplicate",
            })
    void refusesWithTheNameOfTheField(String member, String field, String rule) throws Exception {
        InputRow row = json("{\"sourceId\":\"s-1\"," + member + "}").get(0);

        assertThat(row.spec()).isNull();
        assertThat(row.problems()).hasSize(1);
        assertThat(row.problems().get(0).field()).isEqualTo(field);
        assertThat(row.problems().get(0).rule()).isEqualTo(rule);
    }

    @Test
    void refusesANumberOfFourHundredDigits() throws Exception {
        InputRow row = json("{\"sourceId\":\"s-1\",\"netMode\":" + "9".repeat(400) + "}")
                .get(0);

        assertThat(row.problems().get(0).summary()).isEqualTo("Not a whole number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"a\":2}|json.syntax|a",
                "{\"systemDiskSize\":NaN}|json.syntax|systemDiskSize",
                "{\"sourceId\":\"s-1\"} x|json.trailing|",
                "{\"sourceId\":\"s-1\"}{}|json.trailing|",
                "[1|json.syntax|",
                "{'a':1}|json.syntax|",
                "5|wave.shape|",
            })
    void refusesADamagedFile(String text, String rule, String path) throws Exception {
        Diagnostic problem = damage(text, JSON).get(0);

        assertThat(problem.rule()).isEqualTo(rule);
        assertThat(problem.position()).hasToString("wave:1");
        if (path != null) {
            assertThat(problem.field()).isEqualTo(path);
        }
    }

    @Test
    void refusesDepthAndLongTexts() throws Exception {
        String longName = "{\"sourceId\":\"" + "x".repeat(70_000) + "\"}";

        assertThat(damage("\n" + "[".repeat(5_000), JSON).get(0).render())
                .isEqualTo("wave:2: Nested deeper than 64 levels; write a job as an object of plain fields");
        assertThat(damage(longName, JSON).get(0).rule()).isEqualTo("json.syntax");
        assertThat(damage("{\"sourceId\":\"s-1\"}\n{broken\n", NDJSON).get(0).position())
                .hasToString("wave:2");
        assertThat(damage("x".repeat(2_000_000), NDJSON).get(0).rule()).isEqualTo("file.record-cap");
    }
}
