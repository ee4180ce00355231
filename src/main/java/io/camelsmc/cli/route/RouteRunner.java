package io.camelsmc.cli.route;

import io.camelsmc.cli.exit.CliException;
import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.exit.Failures;
import io.camelsmc.cli.exit.ProcessEnd;
import io.camelsmc.cli.view.CliLogging;
import io.camelsmc.diag.AbortException;
import io.camelsmc.diag.SafeText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;

/** Starts route files with camel-main, and stops them: on a signal, or when the inputs are drained. */
public final class RouteRunner {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final int STOP_SECONDS = 30;

    private final List<Path> routes;
    private final Map<String, String> properties;
    private final PrintWriter err;
    private final RunLedger ledger = new RunLedger();
    private final AttentionList attention = new AttentionList();

    public RouteRunner(List<Path> routes, Map<String, String> properties, PrintWriter err) {
        this.routes = routes;
        this.properties = properties;
        this.err = err;
    }

    /** Runs until a signal arrives. */
    public ExitCode serve() throws Exception {
        Main camel = start();
        try {
            err.println("routes are running; stop with Ctrl-C");
            err.flush();
            ProcessEnd.CURRENT.awaitSignal();
            return ExitCode.INTERRUPTED;
        } finally {
            closeQuietly(camel);
        }
    }

    /** Runs until the inputs are empty and nothing is in flight, a signal arrives, or the time is up. */
    public RouteResult drain(@Nullable Duration limit) throws Exception {
        Main camel = start();
        long end = limit == null ? Long.MAX_VALUE : System.nanoTime() + limit.toNanos();
        boolean timedOut = false;
        boolean interrupted = false;
        try {
            if (!DrainWatch.canDrain(camel.getCamelContext())) {
                throw AbortException.cannotRun(
                        "--drain needs a route that polls, such as one from a file: endpoint; none of these does: "
                                + names());
            }
            DrainWatch watch = new DrainWatch(camel.getCamelContext(), ledger);
            while (!watch.drained() && !timedOut && !interrupted) {
                interrupted = ProcessEnd.CURRENT.signalledWithin(LOOK_EVERY.toMillis());
                timedOut = limit != null && System.nanoTime() - end > 0;
            }
            if (!timedOut && !interrupted) {
                // What is pending may be read once more while the routes stop; a pass cut short has no say.
                return ledger.result(false, false);
            }
        } finally {
            closeQuietly(camel);
        }
        return ledger.result(timedOut, interrupted);
    }

    /** What a person must look at, after {@link #drain}. */
    public List<String> attention() {
        return attention.lines();
    }

    private Main start() {
        Main camel = new Main(RouteRunner.class);
        camel.configure().setName("smc");
        camel.configure().setAutoConfigurationFailFast(true);
        camel.configure().setAutoConfigurationLogSummary(false);
        camel.configure().setStartupSummaryLevel(StartupSummaryLevel.Off);
        camel.configure().setShutdownTimeout(STOP_SECONDS);
        camel.configure().setShutdownLogInflightExchangesOnTimeout(true);
        camel.configure()
                .setRoutesIncludePattern(
                        routes.stream().map(route -> "file:" + route).collect(Collectors.joining(",")));
        properties.forEach(camel::addInitialProperty);
        camel.addMainListener(new LedgerListener(ledger, attention));
        CliLogging.quietStart();
        try {
            camel.start();
            return camel;
        } catch (Exception e) {
            // Camel leaves threads behind when a route file is bad; the process must not hang on them.
            closeQuietly(camel);
            throw new CliException(
                    Failures.exit(e), "the routes could not be started (" + names() + "): " + Failures.message(e), e);
        }
    }

    private String names() {
        return routes.stream()
                .map(route -> SafeText.escape(String.valueOf(route.getFileName())))
                .collect(Collectors.joining(", "));
    }

    private void closeQuietly(Main camel) {
        try {
            camel.stop();
        } catch (Exception e) {
            err.println("warning: the routes did not stop cleanly: " + Failures.message(e));
            err.flush();
        }
    }
}
