package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.spec.InvalidSpecException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text is characters: no header and no charset of the exchange changes them on their way to the service. */
class CharactersTest {

    private static final Charset GBK = Charset.forName("GBK");
    private static final String DESCRIPTION = "财务系统 db 🚚";

    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = Bench.start();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static String json(String description) {
        return Bench.json(1).replace("}", ", \"description\": \"" + description + "\"}");
    }

    private static String csv(String description) {
        return Bench.CSV_HEADER.strip() + ",description\n" + Bench.csvRow(1).strip() + "," + description + "\n";
    }

    private @Nullable String sent() {
        return bench.emulator
                .journal()
                .entries("CreateReplicationJob")
                .get(0)
                .parameters()
                .get("Description");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "GBK", "UTF-16", "no such charset"})
    void headerDoesNotChangeATextOrAReader(String charset) throws Exception {
        Exchange text =
                bench.send("smc:createReplicationJob", json(DESCRIPTION), Map.of(Exchange.CHARSET_NAME, charset));
        Exchange again = bench.send(
                "smc:createReplicationJob",
                new StringReader(json(DESCRIPTION)),
                Map.of(Exchange.CHARSET_NAME, charset));

        assertThat(text.getException()).isNull();
        assertThat(sent()).isEqualTo(DESCRIPTION);
        assertThat(again.getMessage().getHeader(SmcConstants.OUTCOME)).isIn("adopted", "unchanged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"smc:readWave", "convertBodyTo"})
    void fileInTheCharsetOfItsConsumerIsReadAsWhatItSays(String first, @TempDir Path folder) throws Exception {
        Files.write(folder.resolve("wave.csv"), csv("财务系统").getBytes(GBK));
        MockEndpoint done = routes(folder, first);

        done.assertIsSatisfied(20_000);

        assertThat(sent()).isEqualTo("财务系统");
    }

    private MockEndpoint routes(Path folder, String first) throws Exception {
        MockEndpoint done = bench.camel.getEndpoint("mock:done", MockEndpoint.class);
        done.expectedMessageCount(1);
        bench.routes(new RouteBuilder() {
            @Override
            public void configure() {
                var route = from("file:" + folder + "?charset=GBK&initialDelay=0&delay=20");
                if (first.equals("convertBodyTo")) {
                    route.convertBodyTo(String.class);
                }
                route.to("smc:readWave")
                        .split(body(), new WaveAggregation())
                        .streaming()
                        .to("smc:createReplicationJob")
                        .end()
                        .to("mock:done");
            }
        });
        return done;
    }

    @Test
    void oneRowInAFileOfAnotherCharsetIsReadAsWhatItSays(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("one.json"), json("财务系统").getBytes(GBK));
        MockEndpoint done = bench.camel.getEndpoint("mock:done", MockEndpoint.class);
        done.expectedMessageCount(1);
        bench.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + folder + "?charset=GBK&initialDelay=0&delay=20")
                        .to("smc:createReplicationJob")
                        .to("mock:done");
            }
        });

        done.assertIsSatisfied(20_000);

        assertThat(sent()).isEqualTo("财务系统");
    }

    @Test
    void bytesThatAreNoCharactersAreRefusedNotReplaced() {
        byte[] bytes = json("财务系统").getBytes(GBK);

        Exchange done = bench.create(bytes);

        assertThat(done.getException()).isInstanceOf(InvalidSpecException.class).hasMessageContaining("UTF-8");
        assertThat(bench.creates()).isZero();
    }

    @Test
    void longTextKeepsEveryCharacterAcrossTheEdgesOfTheBuffer() throws IOException {
        String text = "🚚财a".repeat(20_001);

        try (Utf8Stream in = new Utf8Stream(new StringReader("x" + text))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("x" + text);
        }
    }
}
