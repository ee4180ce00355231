package io.camelsmc.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the control API shows. Key ids are shortened; signatures and session tokens are not in the journal at all. */
final class ControlViews {

    private static final int SHOWN_OF_A_KEY = 4;

    private ControlViews() {}

    static ObjectNode overview(SmcEmulator emulator) {
        ObjectNode view = object();
        view.put("endpoint", emulator.endpoint().toString());
        view.put("accountId", emulator.settings().accountId());
        view.put("now", emulator.settings().now().toString());
        view.put("jobs", emulator.jobs().size());
        view.put("sources", emulator.sources().size());
        view.put("requests", emulator.journal().total());
        view.put("faultRules", emulator.faults().size());
        view.put("failures", emulator.failures());
        view.put("speed", emulator.settings().speed());
        view.put("runningQuota", emulator.settings().runningQuota());
        ArrayNode quirks = view.putArray("quirks");
        Arrays.stream(Quirk.values())
                .filter(emulator.settings()::has)
                .map(Quirk::name)
                .forEach(quirks::add);
        return view;
    }

    static ArrayNode jobs(List<EmulatedJob> jobs) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        jobs.forEach(job -> list.add(job(job)));
        return list;
    }

    static ObjectNode job(EmulatedJob job) {
        ObjectNode view = object();
        view.put("jobId", job.jobId());
        view.put("sourceId", job.sourceId());
        view.put("regionId", job.regionId());
        view.put("name", job.name());
        view.put("status", job.status().wire());
        view.put("businessStatus", job.businessStatus());
        view.put("progress", job.progress());
        view.put("errorCode", job.errorCode());
        view.put("createdAt", job.createdAt().toString());
        view.put("transitionInstanceId", job.transitionInstanceId());
        view.put("imageId", job.imageId());
        view.put("cycles", job.runs().size());
        view.put("deleted", job.deleted());
        view.set("parameters", texts(job.parameters()));
        return view;
    }

    static ArrayNode sources(List<EmulatedSource> sources) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        sources.forEach(source -> list.add(source(source)));
        return list;
    }

    static ObjectNode source(EmulatedSource source) {
        ObjectNode view = object();
        view.put("sourceId", source.sourceId());
        view.put("name", source.name());
        view.put("state", source.state());
        view.put("errorCode", source.errorCode());
        view.put("platform", source.platform());
        view.put("jobId", source.jobId());
        return view;
    }

    static ArrayNode images(List<EmulatedImage> images) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (EmulatedImage image : images) {
            ObjectNode view = list.addObject();
            view.put("imageId", image.imageId());
            view.put("regionId", image.regionId());
            view.put("name", image.name());
            view.put("jobId", image.jobId());
            view.put("createdAt", image.createdAt().toString());
            view.put("used", image.used());
        }
        return list;
    }

    static ArrayNode requests(List<JournalEntry> entries) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (JournalEntry entry : entries) {
            ObjectNode view = list.addObject();
            view.put("sequence", entry.sequence());
            view.put("time", entry.time().toString());
            view.put("action", entry.action());
            view.put("clientToken", entry.clientToken());
            view.put("status", entry.status());
            view.put("code", entry.code());
            view.put("jobId", entry.jobId());
            view.put("fault", entry.fault() == null ? null : entry.fault().name());
            view.put("connection", entry.connectionId());
            view.set("parameters", texts(entry.parameters()));
        }
        return list;
    }

    static JsonNode error(String text) {
        return object().put("error", text);
    }

    private static ObjectNode texts(Map<String, String> parameters) {
        ObjectNode view = object();
        parameters.forEach((name, value) -> view.put(name, name.equals("AccessKeyId") ? shortened(value) : value));
        return view;
    }

    private static String shortened(String key) {
        return key.substring(0, Math.min(SHOWN_OF_A_KEY, key.length())) + "***";
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
