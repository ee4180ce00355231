package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutcomeLineTest {

    private final List<String> lines = new ArrayList<>();
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = Bench.start();
        bench.routes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(true).process(row -> lines.add(OutcomeLine.of(row)));
                from("direct:wave").to("smc:readWave").split(body()).streaming().to("direct:row");
                from("direct:row")
                        .to("smc:validate")
                        .to("smc:createReplicationJob")
                        .process(row -> lines.add(OutcomeLine.of(row)));
            }
        });
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private JsonNode line(Object body) throws Exception {
        lines.clear();
        bench.send("direct:row", body);
        return new ObjectMapper().readTree(lines.get(0));
    }

    @Test
    void messageOfAnyFormatIsShownAsItCameWhateverBecameOfIt() throws Exception {
        for (boolean good : new boolean[] {true, false}) {
            int number = good ? 1 : 2;
            if (!good) {
                bench.emulator
                        .faults()
                        .add(FaultRule.on("CreateReplicationJob")
                                .then(FaultEffect.error(400, "VSwitchIdVpcId.Mismatch", "no such pair")));
            }
            String name = "web-" + number;
            assertThat(line(Bench.json(number)).at("/row/name").asText()).isEqualTo(name);
            assertThat(line(Bench.map(number)).at("/row/name").asText()).isEqualTo(name);
            assertThat(line(Bench.csv(number)).at("/row/name").asText()).isEqualTo(name);
            assertThat(line(Bench.csv(number)).at("/row/system_disk_size").asText())
                    .isEqualTo("40");
            assertThat(line(Bench.yaml(number)).path("row").asText())
                    .isEqualTo(Bench.yaml(number).strip());
            assertThat(line(Bench.job(number).build()).at("/row/name").asText()).isEqualTo(name);
            assertThat(line(new ByteArrayInputStream(Bench.json(number).getBytes(StandardCharsets.UTF_8)))
                            .at("/row/name")
                            .asText())
                    .isEqualTo(name);
            assertThat(lines.get(0)).contains(good ? "outcome" : "error_class");
        }
    }

    @Test
    void messageThatCannotBeReadIsShownAsItCame() throws Exception {
        assertThat(line("{\"sourceId\": 1, \"sourceId\": 2").path("row").asText())
                .startsWith("{\"sourceId\"");
        assertThat(line(Map.of("sourceId", "nonsense")).at("/row/sourceId").asText())
                .isEqualTo("nonsense");
    }

    private List<JsonNode> lines(String csv) throws Exception {
        bench.send("direct:wave", csv, Map.of(Exchange.FILE_NAME_ONLY, "web.csv"));
        List<JsonNode> parsed = new ArrayList<>();
        for (String line : lines) {
            assertThat(line).doesNotContain("\n");
            parsed.add(new ObjectMapper().readTree(line));
        }
        return parsed;
    }

    @Test
    void goodRowNamesJobPlaceAndCells() throws Exception {
        JsonNode line = lines(Bench.csv(1)).get(0);

        assertThat(line.get("outcome").asText()).isEqualTo("created");
        assertThat(line.get("job_id").asText())
                .isEqualTo(bench.emulator.jobs().get(0).jobId());
        assertThat(line.get("file").asText()).isEqualTo("web.csv");
        assertThat(line.get("line").asInt()).isEqualTo(2);
        assertThat(line.get("name").asText()).isEqualTo("web-1");
        assertThat(line.at("/row/image_name").asText()).isEqualTo("image-1");
        assertThat(line.has("error_class")).isFalse();
    }

    @Test
    void refusedRowNamesCodeAndWhatToDo() throws Exception {
        bench.emulator.faults().next(FaultEffect.error(400, "VSwitchIdVpcId.Mismatch", "no such\npair \u001b[31m"));

        JsonNode line = lines(Bench.csv(1)).get(0);

        assertThat(line.get("error_class").asText()).isEqualTo("rejected");
        assertThat(line.get("error_code").asText()).isEqualTo("VSwitchIdVpcId.Mismatch");
        assertThat(line.get("http_status").asInt()).isEqualTo(400);
        assertThat(line.get("retryable").asBoolean()).isFalse();
        assertThat(line.get("fix").asText()).contains("vpcId");
        assertThat(line.has("outcome")).isFalse();
    }

    @Test
    void invalidRowListsEveryProblemAndOneRowNeverHidesAnother() throws Exception {
        List<JsonNode> all = lines(Bench.CSV_HEADER + "s-bp1x,web-9,cn-hangzhou,Image,,\n" + Bench.csvRow(2));

        assertThat(all).hasSize(2);
        assertThat(all.get(0).get("error_class").asText()).isEqualTo("invalid");
        assertThat(all.get(0).get("problems"))
                .extracting(problem -> problem.path("field").asText())
                .contains("image_name", "system_disk_size");
        assertThat(all.get(1).get("outcome").asText()).isEqualTo("created");
    }
}
