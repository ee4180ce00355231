package io.camelsmc.spec.read;

import static io.camelsmc.spec.read.Inputs.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.CanonicalParameters;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransferObjectTest {

    private static final String TEXT = "{\"compress_level\":1,\"bandwidth_limit\":0,\"checksum\":true,\"mode\":\"07\"}";
    private static final String YAML =
            """
            jobs:
              - sourceId: s-1
                replicationParameters: {compress_level: 1, bandwidth_limit: 0, checksum: true, mode: "07"}
            """;

    @Test
    void meansTheSameAsTheTextThatTheServiceTakes() throws Exception {
        InputRow yaml = Inputs.yaml(YAML).get(0);
        InputRow json = Inputs.json(
                        "{\"sourceId\":\"s-1\",\"replicationParameters\": " + TEXT.replace(",", " , ") + "}")
                .get(0);
        InputRow text = Inputs.yaml("{sourceId: s-1, replicationParameters: '" + TEXT + "'}")
                .get(0);

        assertThat(spec(yaml).replicationParameters()).isEqualTo(TEXT);
        assertThat(spec(json)).isEqualTo(spec(yaml));
        assertThat(CanonicalParameters.digest(spec(yaml))).isEqualTo(CanonicalParameters.digest(spec(text)));
    }

    @Test
    void isTakenFromABodyAsWell() throws Exception {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("bandwidth_limit", 0);
        parameters.put("checksum", true);

        assertThat(SpecReader.ofMap(Map.of("sourceId", "s-1", "replicationParameters", parameters), "body")
                        .replicationParameters())
                .isEqualTo("{\"bandwidth_limit\":0,\"checksum\":true}");
    }

    @Test
    void comesBackFromTheRejectedRowsAsItWas() throws Exception {
        List<InputRow> refused = Inputs.yaml(YAML + "    netMode: x\n");
        StringWriter text = new StringWriter();
        try (RejectedJsonWriter writer = new RejectedJsonWriter(text)) {
            writer.write(refused.get(0), refused.get(0).problems(), false);
        }

        InputRow corrected = Inputs.rows(text.toString().replace("\"x\"", "0"), InputFormat.NDJSON)
                .get(0);

        assertThat(text.toString()).contains("\"replicationParameters\":" + TEXT);
        assertThat(spec(corrected).replicationParameters()).isEqualTo(TEXT);
    }

    @Test
    void refusesWhatIsNestedInIt() throws Exception {
        InputRow row = Inputs.yaml("{sourceId: s-1, replicationParameters: {net: {a: 1}, list: [1], checksum: true}}")
                .get(0);

        assertThat(row.spec()).isNull();
        assertThat(row.problems())
                .extracting(Diagnostic::field)
                .containsExactly("replicationParameters.net", "replicationParameters.list");
    }
}
