package io.camelsmc.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelsmc.client.SmcException;
import io.camelsmc.plan.Change;
import io.camelsmc.run.RowOutcome;
import io.camelsmc.run.RunListener;
import io.camelsmc.run.RunResult;
import io.camelsmc.run.RunStart;
import io.camelsmc.run.RunStop;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Tells a run as lines of JSON, each flushed as it is written. The schema is in {@code docs/reports.md}: names are only
 * ever added within one {@link #FORMAT_VERSION}. A stream that breaks is given up, and the run goes on.
 */
public final class EventStream implements RunListener {

    /** Version of the schema. */
    public static final int FORMAT_VERSION = 1;

    /** Throttled calls are told once in this time, with their number. */
    private static final long QUIET_MILLIS = 1_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OutputStream out;
    private final Clock clock;
    private final Consumer<IOException> broken;
    private String runId = "";
    private long serial;
    private boolean dead;
    private long throttled;
    private long throttledTold;
    private long toldAt = Long.MIN_VALUE;

    /**
     * Writes to a stream, which stays the caller's.
     *
     * @param broken hears once if the stream breaks
     */
    public EventStream(OutputStream out, Clock clock, Consumer<IOException> broken) {
        this.out = out;
        this.clock = clock;
        this.broken = broken;
    }

    @Override
    public void started(RunStart start) {
        runId = start.runId();
        ObjectNode event = event("run_started");
        event.put("rows", start.plan().changes().size());
        event.put(
                "to_do",
                start.plan().changes().stream()
                        .filter(change -> change.action().pending())
                        .count());
        event.put(
                "waves",
                start.plan().changes().stream()
                        .map(EventStream::wave)
                        .distinct()
                        .count());
        event.put("state_lineage", start.plan().lineage());
        event.put("state_serial", start.plan().serial());
        write(event);
    }

    private static String wave(Change change) {
        return change.address().wave();
    }

    @Override
    public void ended(RowOutcome row) {
        ObjectNode event = event("row");
        RowJson.put(row, event);
        write(event);
    }

    @Override
    public void throttled(SmcException answer) {
        throttled++;
        long now = clock.millis();
        if (toldAt != Long.MIN_VALUE && now - toldAt < QUIET_MILLIS) {
            return;
        }
        toldAt = now;
        ObjectNode event = event("throttled");
        event.put("code", answer.code());
        event.put("http_status", answer.httpStatus());
        if (answer.requestId() != null) {
            event.put("request_id", answer.requestId());
        }
        event.put("calls", throttled - throttledTold);
        event.put("total", throttled);
        throttledTold = throttled;
        write(event);
    }

    @Override
    public void stopping(RunStop stop) {
        ObjectNode event = event("stopped");
        event.put("kind", stop.kind().label());
        event.put("message", stop.message());
        if (stop.code() != null) {
            event.put("code", stop.code());
        }
        if (stop.requestId() != null) {
            event.put("request_id", stop.requestId());
        }
        write(event);
    }

    @Override
    public void finished(RunResult result) {
        ObjectNode event = event("run_finished");
        SummaryJson.put(result.summary(), event);
        event.put("accounted", result.summary().accounted());
        write(event);
    }

    private ObjectNode event(String name) {
        ObjectNode event = JSON.createObjectNode();
        event.put("format_version", FORMAT_VERSION);
        event.put("event", name);
        event.put("run_id", runId);
        event.put("serial", ++serial);
        event.put("at", clock.instant().toString());
        return event;
    }

    private void write(ObjectNode event) {
        if (dead) {
            return;
        }
        try {
            out.write((JsonText.visible(event.toString()) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            dead = true;
            broken.accept(e);
        }
    }
}
