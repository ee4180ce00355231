package io.camelsmc.cli.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.component.SmcConstants;
import io.camelsmc.component.WaveSummary;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.event.ExchangeCompletedEvent;
import org.apache.camel.impl.event.ExchangeFailedEvent;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How passes over waves, single rows and failures add up. */
class RunLedgerTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final RunLedger ledger = new RunLedger();

    @AfterEach
    void close() throws IOException {
        context.close();
    }

    @Test
    void countsAWaveOnceThoughItIsReadTwice() {
        wave("a.csv", 3, Map.of("created", 2L, "throttled", 1L));
        wave("a.csv", 3, Map.of("created", 1L, "unchanged", 2L));

        RouteResult result = ledger.result(false, false);

        assertThat(result.rows()).isEqualTo(3);
        assertThat(result.counts()).isEqualTo(Map.of("created", 3L));
        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void countsAPassOnceHoweverOftenItsSummaryGoesBy() {
        WaveSummary pass = new WaveSummary("a.csv", 2);
        notice(pass);
        pass.count("created");
        notice(pass);
        pass.count("created");
        notice(pass);
        notice(pass);

        RouteResult result = ledger.result(false, false);

        assertThat(result.rows()).isEqualTo(2);
        assertThat(result.counts()).isEqualTo(Map.of("created", 2L));
        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void countsASecondFileThatIsReadTwiceOnceMore() {
        wave("a.csv", 1, Map.of("created", 1L));
        wave("a.csv", 2, Map.of("created", 1L, "throttled", 1L));
        wave("a.csv", 2, Map.of("created", 1L, "unchanged", 1L));

        RouteResult result = ledger.result(false, false);

        assertThat(result.rows()).isEqualTo(3);
        assertThat(result.counts()).isEqualTo(Map.of("created", 3L));
    }

    @Test
    void takesFailedAndSkippedRowsForFinal() {
        wave("a.csv", 3, Map.of("created", 1L, "failed", 1L, "skipped", 1L));

        RouteResult result = ledger.result(false, false);

        assertThat(result.pending()).isZero();
        assertThat(result.exitCode()).isEqualTo(ExitCode.ROWS_FAILED);
    }

    private void notice(WaveSummary summary) {
        Exchange exchange = new DefaultExchange(context);
        exchange.setProperty(SmcConstants.WAVE_SUMMARY, summary);
        ledger.notify(new ExchangeCompletedEvent(exchange));
    }

    @Test
    void countsASecondFileOfTheSameNameForItself() {
        wave("a.csv", 1, Map.of("created", 1L));
        wave("a.csv", 1, Map.of("unchanged", 1L));

        assertThat(ledger.result(false, false).counts()).isEqualTo(Map.of("created", 1L, "unchanged", 1L));
    }

    @Test
    void countsARowThatCameAlone() {
        Exchange row = new DefaultExchange(context);
        row.getMessage().setHeader(SmcConstants.OUTCOME, "created");
        ledger.notify(new ExchangeCompletedEvent(row));

        assertThat(ledger.result(false, false).counts()).isEqualTo(Map.of("created", 1L));
    }

    @Test
    void leavesRowsOfASplitToTheirWave() {
        Exchange row = new DefaultExchange(context);
        row.setProperty(Exchange.SPLIT_INDEX, 0);
        row.getMessage().setHeader(SmcConstants.OUTCOME, "created");
        ledger.notify(new ExchangeCompletedEvent(row));

        assertThat(ledger.result(false, false).rows()).isZero();
    }

    @Test
    void doesNotPassOverAnInputThatCouldNotBeRead() {
        fail("a.csv", "input/output error");

        RouteResult result = ledger.result(false, false);

        assertThat(result.failure()).contains("a.csv").contains("input/output error");
        assertThat(result.exitCode()).isEqualTo(ExitCode.CANNOT_RUN);
    }

    @Test
    void forgetsAFailureOnceTheInputWasRead() {
        fail("a.csv", "input/output error");
        wave("a.csv", 1, Map.of("created", 1L));

        assertThat(ledger.result(false, false).failure()).isNull();
    }

    private void wave(String name, long rows, Map<String, Long> counts) {
        WaveSummary summary = new WaveSummary(name, rows);
        counts.forEach((label, count) -> {
            for (long i = 0; i < count; i++) {
                summary.count(label);
            }
        });
        Exchange exchange = new DefaultExchange(context);
        exchange.setProperty(SmcConstants.WAVE_SUMMARY, summary);
        exchange.getMessage().setHeader(Exchange.FILE_NAME, name);
        ledger.notify(new ExchangeCompletedEvent(exchange));
    }

    private void fail(String name, String reason) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setHeader(Exchange.FILE_NAME, name);
        exchange.setException(new IOException(reason));
        ledger.notify(new ExchangeFailedEvent(exchange));
    }
}
