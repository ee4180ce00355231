package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.emulator.EmulatorOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class WaveScaleTest {

    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger mostWaiting = new AtomicInteger();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = Bench.start(EmulatorOptions.builder().jobQuota(10_000).build());
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private void route(String rows) throws Exception {
        WaveAggregation counting = new WaveAggregation() {
            @Override
            public Exchange aggregate(@Nullable Exchange former, Exchange row, Exchange wave) {
                waiting.decrementAndGet();
                return super.aggregate(former, row, wave);
            }
        };
        bench.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:wave")
                        .to("smc:readWave")
                        .split(body(), counting)
                        .streaming()
                        .parallelProcessing()
                        .process(row -> mostWaiting.accumulateAndGet(waiting.incrementAndGet(), Math::max))
                        .to(rows)
                        .end()
                        .to("smc:finishWave");
            }
        });
    }

    @Test
    void everyRowOfAParallelWaveIsCountedOnce() throws Exception {
        route("smc:createReplicationJob?readBeforeCreate=false");

        Exchange done = bench.send("direct:wave", csv(5_000), Map.of(Exchange.FILE_NAME_ONLY, "web.csv"));

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody(WaveSummary.class).counts()).isEqualTo(Map.of("created", 5_000L));
        assertThat(bench.emulator.jobs())
                .extracting("sourceId")
                .doesNotHaveDuplicates()
                .hasSize(5_000);
        assertThat(done.getMessage().getHeader(SmcConstants.JOB_ID)).isNull();
    }

    @Test
    void rowsOfALongWaveDoNotPileUp() throws Exception {
        route("direct:check");
        bench.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:check").to("smc:validate").process(row -> {
                    seen.add(row.getMessage().getHeader(SmcConstants.SOURCE_ID, String.class));
                    row.getMessage().setHeader(SmcConstants.OUTCOME, "unchanged");
                });
            }
        });

        Exchange done = bench.send("direct:wave", csv(100_000), Map.of(Exchange.FILE_NAME_ONLY, "web.csv"));

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody(WaveSummary.class).counts()).isEqualTo(Map.of("unchanged", 100_000L));
        assertThat(seen).hasSize(100_000);
        // The pool of a split takes 1,000 rows in its queue and works on few more.
        assertThat(mostWaiting.get()).isLessThan(1_500);
    }

    @Test
    void stopInTheMiddleHandsOutNoFurtherRowAndLeavesTheWavePending() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        AtomicInteger rows = new AtomicInteger();
        List<Exchange> failed = new CopyOnWriteArrayList<>();
        bench.camel.getShutdownStrategy().setTimeout(30);
        bench.routes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(WaveIncompleteException.class)
                        .process(exchange -> failed.add(exchange))
                        .handled(true);
                from("seda:wave")
                        .to("smc:readWave")
                        .split(body(), new WaveAggregation())
                        .streaming()
                        .process(row -> {
                            rows.incrementAndGet();
                            begun.countDown();
                            stopping.await(20, TimeUnit.SECONDS);
                        })
                        .to("smc:createReplicationJob?readBeforeCreate=false")
                        .end()
                        .to("smc:finishWave");
            }
        });
        bench.camel.createProducerTemplate().sendBody("seda:wave", csv(500));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        Thread stop = new Thread(bench.camel::stop);
        stop.start();
        while (!bench.camel.isStopping() && !bench.camel.isStopped()) {
            Thread.onSpinWait();
        }
        stopping.countDown();
        stop.join(30_000);

        assertThat(failed).hasSize(1);
        WaveSummary summary = failed.get(0).getMessage().getBody(WaveSummary.class);
        assertThat(rows.get()).isLessThan(5);
        assertThat(summary.rows()).isEqualTo(500);
        assertThat(summary.counts()).isEqualTo(Map.of("created", (long) rows.get()));
        assertThat(summary.folder()).isEqualTo("in");
        assertThat(bench.emulator.jobs()).hasSize(rows.get());
    }

    /** A file of many rows that takes no memory. */
    private static InputStream csv(int rows) {
        return new InputStream() {
            private byte[] line = Bench.CSV_HEADER.getBytes(StandardCharsets.UTF_8);
            private int at;
            private int row;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0];
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (at == line.length) {
                    if (row == rows) {
                        return -1;
                    }
                    line = Bench.csvRow(++row).getBytes(StandardCharsets.UTF_8);
                    at = 0;
                }
                int count = Math.min(length, line.length - at);
                System.arraycopy(line, at, into, offset, count);
                at += count;
                return count;
            }
        };
    }
}
