package io.camelsmc.component;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.read.InputFormat;
import io.camelsmc.spool.ReportName;
import io.camelsmc.wave.CheckedStream;
import io.camelsmc.wave.RowRules;
import io.camelsmc.wave.StreamInput;
import io.camelsmc.wave.WaveRows;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two operations that frame the split of a wave: read it, account for it. */
final class WaveOperations {

    private static final Logger LOG = LoggerFactory.getLogger(WaveOperations.class);

    private WaveOperations() {}

    /** The body becomes the rows; the summary that counts them goes along as a property. */
    static void read(Exchange exchange, RowRules rules, boolean strict) throws Exception {
        StreamInput input = open(exchange, rules);
        WaveRows rows = rows(input, exchange.getContext());
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                rows.close();
            }
        });
        said(input.name(), rows.stream());
        if (strict) {
            List<Diagnostic> errors = rows.stream().errors();
            if (!errors.isEmpty()) {
                throw new InvalidSpecException(errors);
            }
        }
        exchange.setProperty(SmcConstants.WAVE_SUMMARY, new WaveSummary(input.name(), rows.count()));
        Message message = exchange.getMessage();
        message.setHeader(SmcConstants.COUNT, rows.count());
        message.setBody(rows);
    }

    /** The exchange may be pooled and serve another message while the split still runs; the context does not change. */
    private static WaveRows rows(StreamInput input, CamelContext context) throws Exception {
        try {
            return WaveRows.open(input, () -> stopping(context));
        } catch (Exception e) {
            input.close();
            throw e;
        }
    }

    /** The copy of a wave in the body, and the properties that name it. The caller closes it. */
    static StreamInput open(Exchange exchange, RowRules rules) throws Exception {
        String source = RowBodies.sourceName(exchange);
        exchange.setProperty(SmcConstants.REPORT_NAME, ReportName.stem(source));
        exchange.setProperty(SmcConstants.TARGET_NAME, ReportName.kept(source, Instant.now(), "damaged0"));
        InputStream in = BodyText.stream(exchange, source);
        StreamInput input = StreamInput.of(in, source, format(exchange, source), rules);
        exchange.setProperty(SmcConstants.TARGET_NAME, ReportName.kept(source, Instant.now(), input.digest()));
        exchange.setProperty(SmcConstants.INPUT_DIGEST, input.digest());
        return input;
    }

    /** What people should know about a wave as a whole. */
    static void said(String source, CheckedStream stream) {
        if (stream.parked() > 0) {
            LOG.info("{}: {}", SafeText.excerpt(source), stream.parkedRows().describe());
        }
        stream.findings().forEach(finding -> LOG.warn("{}: {}", SafeText.excerpt(source), finding.render()));
    }

    /** The body becomes the summary; a wave with pending rows fails, so that its input stays where it is. */
    static void finish(Exchange exchange) throws WaveIncompleteException {
        WaveSummary summary = exchange.getProperty(SmcConstants.WAVE_SUMMARY, WaveSummary.class);
        if (summary == null) {
            throw new IllegalStateException(
                    "smc:finishWave finds no wave on the exchange; it belongs after the split that follows smc:readWave");
        }
        exchange.setProperty(SmcConstants.FOLDER, summary.folder());
        exchange.getMessage().setHeader(SmcConstants.COUNT, summary.rows());
        exchange.getMessage().setBody(summary);
        if (!summary.complete()) {
            throw new WaveIncompleteException(summary);
        }
        LOG.info("{}", summary);
    }

    /** A file is what its name says, CSV when the name says nothing; a message without a name is what it looks like. */
    private static @Nullable InputFormat format(Exchange exchange, String source) {
        boolean named = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY) != null;
        return InputFormat.of(source).orElse(named ? InputFormat.CSV : null);
    }

    private static boolean stopping(CamelContext context) {
        return context.isStopping() || context.isStopped();
    }
}
