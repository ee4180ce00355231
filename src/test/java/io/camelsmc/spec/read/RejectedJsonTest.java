package io.camelsmc.spec.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.diag.Diagnostic;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectedJsonTest {

    private static final String WAVE =
            """
            wave: w1
            start: 2026-12-01T20:00:00Z
            defaults: {regionId: cn-hangzhou, netMode: 2, vSwitchId: vsw-1, validTime: +30d, tags: {app: shop}}
            jobs:
              - sourceId: s-1
                name: "01"
                systemDiskSize: 8x
                netMode: 0
                scheduledStartTime: +1h
                dataDisk: [{index: 1, size: 100, part: [{device: 1_1, sizeBytes: 254803968, block: true}]}]
                description: 7
                extra: {NewThing: 7, Other: true}
                typo: yes
            """;

    @Test
    void writesWhatTheRowSaysAndWhatItsFileSaysForIt() throws Exception {
        JsonNode row = new ObjectMapper().readTree(rejected(Inputs.rows(WAVE, InputFormat.YAML)));

        assertThat(row.toString())
                .startsWith("{\"sourceId\":\"s-1\",\"name\":\"01\",\"systemDiskSize\":\"8x\",\"netMode\":0,"
                        + "\"scheduledStartTime\":\"2026-12-01T21:00:00Z\",\"dataDisk\":[{\"index\":1,\"size\":100,"
                        + "\"part\":[{\"device\":\"1_1\",\"sizeBytes\":254803968,\"block\":true}]}],"
                        + "\"description\":\"7\",\"extra\":{\"NewThing\":\"7\",\"Other\":\"true\"},\"typo\":\"yes\","
                        + "\"wave\":\"w1\",\"regionId\":\"cn-hangzhou\",\"vSwitchId\":\"vsw-1\","
                        + "\"validTime\":\"2026-12-31T20:00:00Z\",\"tags\":{\"app\":\"shop\"},"
                        + "\"_error_code\":\"value.integer; field.unknown\",\"_field\":\"systemDiskSize; typo\",");
        assertThat(row.path("_line").asInt()).isEqualTo(5);
        assertThat(row.path("_retryable").isBoolean()).isTrue();
    }

    @Test
    void readsBackAsTheSameRowOnceItIsCorrected() throws Exception {
        InputRow wanted = Inputs.rows(WAVE.replace("8x", "80").replace("    typo: yes\n", ""), InputFormat.YAML)
                .get(0);
        String text = rejected(Inputs.rows(WAVE, InputFormat.YAML));

        List<InputRow> refused = Inputs.rows(text, InputFormat.NDJSON);
        List<InputRow> corrected =
                Inputs.rows(text.replace("\"8x\"", "80").replace("\"typo\":\"yes\",", ""), InputFormat.NDJSON);

        assertThat(refused.get(0).problems()).extracting(Diagnostic::field).containsExactly("systemDiskSize", "typo");
        assertThat(rejected(refused)).startsWith(text.substring(0, text.indexOf(",\"_message\"")));
        assertThat(corrected.get(0).spec()).isNotNull().isEqualTo(wanted.spec());
    }

    @Test
    void givesBackARowThatIsNoObject() throws Exception {
        String text =
                rejected(Inputs.rows("[s-1, {sourceId: s-2}]", InputFormat.YAML).subList(0, 1));

        assertThat(text).startsWith("{\"_row\":\"s-1\",\"_error_code\":\"shape.wrong\"");
        assertThat(Inputs.rows(text, InputFormat.NDJSON)).hasSize(1);
    }

    @Test
    void doesNotUnfoldAliasesInsideAliases() throws Exception {
        StringBuilder bomb = new StringBuilder("- sourceId: s-1\n  netMode: x\n  typo:\n    - &a0 [x, x, x, x, x]\n");
        for (int n = 1; n <= 8; n++) {
            bomb.append("    - &a").append(n).append(" [*a").append(n - 1);
            bomb.append((", *a" + (n - 1)).repeat(5)).append("]\n");
        }

        assertThat(rejected(Inputs.rows(bomb.toString(), InputFormat.YAML)))
                .startsWith("{\"_row\":")
                .hasSizeLessThan(4000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "YAML   | {sourceId: s-1, _note: mine}",
                "JSON   | {\"sourceId\": \"s-1\", \"_note\": {\"any\": [1, null]}}",
                "NDJSON | {\"sourceId\": \"s-1\", \"_note\": 7}"
            })
    void ignoresFieldsThatBeginWithAnUnderscore(InputFormat format, String text) throws Exception {
        InputRow row = Inputs.rows(text, format).get(0);

        assertThat(row.problems()).isEmpty();
        assertThat(row.known().fields()).hasSize(1);
    }

    private static String rejected(List<InputRow> rows) throws Exception {
        StringWriter text = new StringWriter();
        try (RejectedJsonWriter writer = new RejectedJsonWriter(text)) {
            for (InputRow row : rows) {
                writer.write(row, row.problems(), false);
            }
        }
        return text.toString();
    }
}
