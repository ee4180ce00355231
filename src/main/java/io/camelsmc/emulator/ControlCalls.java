package io.camelsmc.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.emulator.http.HttpReply;
import io.camelsmc.emulator.http.HttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What each call of the control API does. */
final class ControlCalls {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SOURCE_STATES =
            Set.of(EmulatedSource.AVAILABLE, EmulatedSource.UNAVAILABLE, "Deleting");
    private static final Duration LONGEST_ADVANCE = Duration.ofDays(366);

    private final SmcEmulator emulator;

    ControlCalls(SmcEmulator emulator) {
        this.emulator = emulator;
    }

    HttpReply handle(HttpRequest request) {
        if (!ofThisMachine(request)) {
            return answer(403, ControlViews.error("the control port answers local tools only, no web pages"));
        }
        try {
            JsonNode answer = carryOut(request);
            return answer == null
                    ? answer(404, ControlViews.error("no call " + request.method() + " " + request.path()))
                    : answer(200, answer);
        } catch (NoSuchElementException e) {
            return answer(404, ControlViews.error(String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            return answer(400, ControlViews.error(String.valueOf(e.getMessage())));
        }
    }

    /** Null when there is no such call. */
    private @Nullable JsonNode carryOut(HttpRequest request) {
        String[] path = request.path().substring(1).split("/", -1);
        String id = path.length == 2 ? path[1] : "";
        boolean one = path.length == 2 && !id.isEmpty();
        return switch (request.method() + " " + path[0] + (one ? "/*" : path.length == 1 ? "" : "?")) {
            case "GET " -> ControlViews.overview(emulator);
            case "GET jobs" -> ControlViews.jobs(emulator.jobs());
            case "GET sources" -> ControlViews.sources(emulator.sources());
            case "GET requests" -> ControlViews.requests(emulator.journal().entries());
            case "POST jobs" -> ControlViews.job(emulator.createJob(texts(object(request))));
            case "PUT jobs/*" -> ControlViews.job(putJob(id, object(request)));
            case "PUT sources/*" -> ControlViews.source(putSource(id, object(request)));
            case "POST faults" -> addFaults(request);
            case "DELETE faults" -> clearFaults();
            case "DELETE requests" -> clearRequests();
            case "POST advance" -> advance(object(request));
            case "POST reset" -> reset();
            default -> null;
        };
    }

    private EmulatedJob putJob(String id, JsonNode body) {
        knowsOnly(body, Set.of("status"));
        String wanted = text(body, "status");
        JobStatus status = Arrays.stream(JobStatus.values())
                .filter(known -> known.wire().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("status: unknown " + wanted + "; known are "
                        + Arrays.stream(JobStatus.values()).map(JobStatus::wire).toList()));
        boolean known = emulator.jobs().stream().anyMatch(job -> job.jobId().equals(id) && !job.deleted());
        if (!known) {
            throw new NoSuchElementException("no job " + id);
        }
        return emulator.putJob(id, status);
    }

    private EmulatedSource putSource(String id, JsonNode body) {
        knowsOnly(body, Set.of("state", "errorCode"));
        String state = text(body, "state");
        if (!SOURCE_STATES.contains(state)) {
            throw new IllegalArgumentException("state: unknown " + state + "; known are "
                    + SOURCE_STATES.stream().sorted().toList() + " (InUse follows from the jobs)");
        }
        String errorCode = body.has("errorCode") ? text(body, "errorCode") : "";
        return emulator.putSource(id, state, errorCode);
    }

    private JsonNode addFaults(HttpRequest request) {
        FaultFile file = FaultFile.parse("request body", new String(request.body(), StandardCharsets.UTF_8));
        file.rules().forEach(emulator.faults()::add);
        file.quirks().forEach(emulator.settings()::on);
        return ControlViews.overview(emulator);
    }

    private JsonNode clearFaults() {
        emulator.faults().clear();
        List.of(Quirk.values()).forEach(emulator.settings()::off);
        return ControlViews.overview(emulator);
    }

    private JsonNode clearRequests() {
        emulator.journal().clear();
        return ControlViews.overview(emulator);
    }

    private JsonNode advance(JsonNode body) {
        knowsOnly(body, Set.of("seconds"));
        JsonNode seconds = body.path("seconds");
        if (!seconds.isIntegralNumber()
                || !seconds.canConvertToLong()
                || seconds.asLong() < 0
                || seconds.asLong() > LONGEST_ADVANCE.toSeconds()) {
            throw new IllegalArgumentException(
                    "seconds: expected a whole number from 0 to " + LONGEST_ADVANCE.toSeconds() + ", got " + seconds);
        }
        emulator.settings().advance(Duration.ofSeconds(seconds.asLong()));
        return ControlViews.overview(emulator);
    }

    private JsonNode reset() {
        emulator.reset();
        return ControlViews.overview(emulator);
    }

    /** A browser names the page that asks; a name that was made to point here names itself as the host. */
    private static boolean ofThisMachine(HttpRequest request) {
        String host = request.header("host");
        return request.header("origin") == null
                && host != null
                && (host.startsWith("127.0.0.1:") || host.startsWith("localhost:"));
    }

    private static JsonNode object(HttpRequest request) {
        JsonNode body;
        try {
            body = JSON.readTree(request.body());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("request body: not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("request body: not readable", e);
        }
        if (!body.isObject()) {
            throw new IllegalArgumentException("request body: expected an object");
        }
        return body;
    }

    private static Map<String, String> texts(JsonNode body) {
        Map<String, String> texts = new TreeMap<>();
        body.properties().forEach(field -> {
            if (!field.getValue().isValueNode()) {
                throw new IllegalArgumentException(field.getKey() + ": expected a text or a number");
            }
            texts.put(field.getKey(), field.getValue().asText());
        });
        return texts;
    }

    private static String text(JsonNode body, String field) {
        if (!body.path(field).isTextual()) {
            throw new IllegalArgumentException(field + ": expected a text, got " + body.path(field));
        }
        return body.path(field).asText();
    }

    private static void knowsOnly(JsonNode body, Set<String> known) {
        body.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                throw new IllegalArgumentException(field + ": unknown field; known are "
                        + known.stream().sorted().toList());
            }
        });
    }

    private static HttpReply answer(int status, JsonNode body) {
        return HttpReply.of(status, "application/json", body.toPrettyString() + "\n");
    }
}
