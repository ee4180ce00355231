package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConverter;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the component hands out goes through other people's routes: as JSON, by whichever converter they use. */
class HandedOutTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = Bench.start();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private List<Object> rows(String csv) throws Exception {
        List<Object> rows = new ArrayList<>();
        bench.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:rows")
                        .to("smc:readWave")
                        .split(body())
                        .streaming()
                        .process(exchange -> rows.add(exchange.getMessage().getBody()));
            }
        });
        bench.send("direct:rows", csv, Map.of(Exchange.FILE_NAME_ONLY, "web.csv"));
        return rows;
    }

    /** One of each kind, by the name of a field that it must show. */
    private Map<String, Object> handedOut() throws Exception {
        Object row = rows(Bench.csv(1)).get(0);
        Object spec = bench.send("smc:validate", Bench.json(1)).getMessage().getBody();
        Object result = bench.create(Bench.json(1)).getMessage().getBody();
        List<?> jobs =
                bench.send("smc:describeReplicationJobs", null).getMessage().getBody(List.class);
        bench.emulator.putSource(Bench.sourceId(1), "Unavailable", "SourceServer.Offline");
        List<?> sources =
                bench.send("smc:describeSourceServers", null).getMessage().getBody(List.class);
        Object summary = new WaveSummary("web.csv", 1);
        return Map.of(
                "row",
                row,
                "spec",
                spec,
                "result",
                result,
                "job",
                jobs.get(0),
                "source",
                sources.get(0),
                "summary",
                summary);
    }

    @Test
    void everythingConvertsToTextAndBytes() throws Exception {
        TypeConverter camel = bench.camel.getTypeConverter();

        for (Map.Entry<String, Object> one : handedOut().entrySet()) {
            Object value = one.getValue();
            String text = camel.mandatoryConvertTo(String.class, value);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

            assertThat(JSON.readTree(text).isObject()).as(one.getKey()).isTrue();
            assertThat(camel.mandatoryConvertTo(byte[].class, value)).isEqualTo(bytes);
            assertThat(camel.mandatoryConvertTo(InputStream.class, value)).hasBinaryContent(bytes);
            assertThat(camel.mandatoryConvertTo(ByteBuffer.class, value)).isEqualTo(ByteBuffer.wrap(bytes));
            try (Reader reader = camel.mandatoryConvertTo(Reader.class, value)) {
                assertThat(new java.io.BufferedReader(reader).readLine()).isEqualTo(text);
            }
            assertThat(camel.mandatoryConvertTo(String.class, List.of(value, value)))
                    .isEqualTo("[" + text + "," + text + "]");
        }
    }

    @Test
    void anyMapperOfJacksonWritesTheSame() throws Exception {
        JacksonDataFormat format = new JacksonDataFormat();
        format.setCamelContext(bench.camel);
        format.start();
        for (Map.Entry<String, Object> one : handedOut().entrySet()) {
            String text = bench.camel.getTypeConverter().mandatoryConvertTo(String.class, one.getValue());
            ByteArrayOutputStream marshalled = new ByteArrayOutputStream();
            Exchange exchange = bench.camel.getEndpoint("direct:x").createExchange();
            format.marshal(exchange, one.getValue(), marshalled);

            assertThat(new ObjectMapper().writeValueAsString(one.getValue())).isEqualTo(text);
            assertThat(marshalled.toString(StandardCharsets.UTF_8)).isEqualTo(text);
        }
    }

    @Test
    void serializedObjectIsItsText() throws Exception {
        for (Map.Entry<String, Object> one : handedOut().entrySet()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new ObjectOutputStream(bytes).writeObject(one.getValue());
            Object read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

            assertThat(read)
                    .as(one.getKey())
                    .isEqualTo(bench.camel.getTypeConverter().convertTo(String.class, one.getValue()));
        }
    }

    @Test
    void listOfTheServiceIsAListInJsonEvenWithoutAnEntry() throws Exception {
        Exchange none = bench.send("smc:describeReplicationJobs", null);
        bench.create(Bench.json(1));
        Exchange one = bench.send("smc:describeReplicationJobs", null);

        assertThat(none.getMessage().getBody(byte[].class)).isEqualTo("[]".getBytes(StandardCharsets.UTF_8));
        JsonNode job =
                JSON.readTree(one.getMessage().getBody(InputStream.class)).get(0);
        assertThat(job.path("name").asText()).isEqualTo("web-1");
        assertThat(job.path("status").asText()).isEqualTo("Ready");
        assertThat(job.path("sourceId").asText()).isEqualTo(Bench.sourceId(1));
    }

    @Test
    void textOfARowIsARowAgain() throws Exception {
        Object row = rows(everyKindOfField()).get(0);
        String text = bench.camel.getTypeConverter().convertTo(String.class, row);
        ReplicationJobSpec sent = bench.send("smc:validate", row).getMessage().getBody(ReplicationJobSpec.class);

        ReplicationJobSpec back = bench.send("smc:validate", text).getMessage().getBody(ReplicationJobSpec.class);
        ReplicationJobSpec jackson = new ObjectMapper().readValue(text, ReplicationJobSpec.class);
        ReplicationJobSpec map = bench.send("smc:validate", JSON.readValue(text, Map.class))
                .getMessage()
                .getBody(ReplicationJobSpec.class);

        assertThat(sent.fields()).contains(SpecField.DATA_DISK, SpecField.TAG, SpecField.VALID_TIME, SpecField.WAVE);
        assertThat(List.of(back, jackson, map)).containsOnly(sent);
    }

    private static String everyKindOfField() {
        String valid = java.time.Instant.now().plusSeconds(864_000).toString().substring(0, 19) + "Z";
        return "wave,source_id,name,region_id,target_type,image_name,system_disk_size,data_disks,tags,valid_time,run_once\n"
                + "w1," + Bench.sourceId(1) + ",web-1,cn-hangzhou,Image,image-1,40,1:60,app=shop," + valid + ",true\n";
    }

    @Test
    void textOfABadRowIsAsBadAndKeepsItsReasons() throws Exception {
        String csv = Bench.CSV_HEADER + Bench.csvRow(1).replace(",40", ",4O");
        Object row = rows(csv).get(0);
        String text = bench.camel.getTypeConverter().convertTo(String.class, row);

        Exchange back = bench.create(text);

        assertThat(back.getException())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("web.csv:2")
                .hasMessageContaining("system_disk_size")
                .hasMessageContaining("4O");
        assertThat(bench.creates()).isZero();
    }

    @Test
    void rowsGoToFilesAndComeBack(@TempDir Path folder) throws Exception {
        bench.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:out")
                        .to("smc:readWave")
                        .split(body())
                        .streaming()
                        .to("file:" + folder + "?fileName=${exchangeId}.json");
                from("file:" + folder + "?initialDelay=0&delay=20")
                        .autoStartup(false)
                        .routeId("back")
                        .to("smc:createReplicationJob")
                        .to("mock:done");
            }
        });
        bench.send("direct:out", Bench.csv(1, 2), Map.of(Exchange.FILE_NAME_ONLY, "web.csv"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(2);
        }
        var mock = bench.camel.getEndpoint("mock:done", org.apache.camel.component.mock.MockEndpoint.class);
        mock.expectedMessageCount(2);
        bench.camel.getRouteController().startRoute("back");

        mock.assertIsSatisfied(20_000);
        assertThat(bench.emulator.jobs()).extracting("name").containsExactlyInAnyOrder("web-1", "web-2");
    }
}
