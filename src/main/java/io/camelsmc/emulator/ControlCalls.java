package io.camelsmc.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelsmc.emulator.http.HttpReply;
import io.camelsmc.emulator.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each call of the control API does. */
final class ControlCalls {

    private static final Set<String> SOURCE_STATES =
            Set.of(EmulatedSource.AVAILABLE, EmulatedSource.UNAVAILABLE, EmulatedSource.DELETING);

    private final SmcEmulator emulator;
    private final ControlJobs jobs;

    ControlCalls(SmcEmulator emulator) {
        this.emulator = emulator;
        this.jobs = new ControlJobs(emulator);
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
        String id = path.length > 1 ? path[1] : "";
        return switch (request.method() + " " + pattern(path)) {
            case "GET " -> ControlViews.overview(emulator);
            case "GET jobs" -> ControlViews.jobs(emulator.jobs());
            case "GET sources" -> ControlViews.sources(emulator.sources());
            case "GET images" -> ControlViews.images(emulator.images());
            case "GET requests" -> ControlViews.requests(emulator.journal().entries());
            case "POST jobs" -> jobs.create(request);
            case "PUT jobs/*" -> jobs.put(id, request);
            case "POST jobs/*/fail" -> jobs.fail(id, request);
            case "PUT images/*" -> useImage(id, ControlBody.of(request, "used"));
            case "PUT sources/*" -> putSource(id, ControlBody.of(request, "state", "errorCode"));
            case "POST sources/*/offline" -> takeOffline(id, ControlBody.of(request, "seconds"));
            case "PUT workgroups/*" -> failTest(id, ControlBody.of(request, "notPassed"));
            case "POST faults" -> addFaults(request);
            case "DELETE faults" -> clearFaults();
            case "DELETE requests" -> clearRequests();
            case "POST advance" -> advance(ControlBody.of(request, "seconds", "keepSignatures"));
            case "PUT speed" -> speed(ControlBody.of(request, "factor"));
            case "PUT times" -> times(ControlBody.of(request));
            case "POST reset" -> reset();
            default -> null;
        };
    }

    /** The path with a star for its id. */
    private static String pattern(String[] path) {
        if (path.length == 1) {
            return path[0];
        }
        boolean known = path.length <= 3 && Arrays.stream(path).noneMatch(String::isEmpty);
        return known ? path[0] + "/*" + (path.length == 3 ? "/" + path[2] : "") : "?";
    }

    private JsonNode useImage(String id, ControlBody body) {
        emulator.useImage(id, body.flag("used", true));
        return ControlViews.images(emulator.images());
    }

    private JsonNode putSource(String id, ControlBody body) {
        String state = body.text("state");
        if (!SOURCE_STATES.contains(state)) {
            throw new IllegalArgumentException("state: unknown " + state + "; known are "
                    + SOURCE_STATES.stream().sorted().toList() + " (InUse follows from the jobs)");
        }
        return ControlViews.source(emulator.putSource(id, state, body.text("errorCode", "")));
    }

    private JsonNode takeOffline(String id, ControlBody body) {
        return ControlViews.source(emulator.takeOffline(id, body.seconds("seconds")));
    }

    private JsonNode failTest(String id, ControlBody body) {
        emulator.failTest(id, body.texts("notPassed"));
        return ControlViews.overview(emulator);
    }

    private JsonNode addFaults(HttpRequest request) {
        FaultFile file = FaultFile.parse("request body", new String(request.body(), StandardCharsets.UTF_8));
        EmulatorSettings settings = emulator.settings();
        file.rules().forEach(emulator.faults()::add);
        file.failures().forEach(emulator::failJobs);
        file.quirks().forEach(settings::on);
        file.answers().forEach((refusal, given) -> settings.answer(refusal, given.status(), given.code()));
        settings.times(settings.times().with(file.times()));
        return ControlViews.overview(emulator);
    }

    private JsonNode clearFaults() {
        emulator.faults().clear();
        emulator.clearFailures();
        emulator.settings().clearAnswers();
        List.of(Quirk.values()).forEach(emulator.settings()::off);
        return ControlViews.overview(emulator);
    }

    private JsonNode clearRequests() {
        emulator.journal().clear();
        return ControlViews.overview(emulator);
    }

    private JsonNode advance(ControlBody body) {
        Duration time = body.seconds("seconds");
        if (body.flag("keepSignatures", false)) {
            emulator.settings().pass(time);
        } else {
            emulator.settings().advance(time);
        }
        return ControlViews.overview(emulator);
    }

    private JsonNode speed(ControlBody body) {
        emulator.settings().speed(body.upTo("factor", 1_000_000));
        return ControlViews.overview(emulator);
    }

    private JsonNode times(ControlBody body) {
        EmulatorSettings settings = emulator.settings();
        settings.times(settings.times().with(FaultFile.times(body.fields())));
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

    private static HttpReply answer(int status, JsonNode body) {
        return HttpReply.of(status, "application/json", body.toPrettyString() + "\n");
    }
}
