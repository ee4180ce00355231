package io.camelsmc.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelsmc.state.JobEvent;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.StateInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journal as JSON, one object a line, keys in a fixed order. */
public final class StateJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StateJson() {}

    public static String header(StateInfo info) {
        ObjectNode node = JSON.createObjectNode();
        node.put("format_version", 1);
        node.put("lineage", info.lineage());
        node.put("serial", info.serial());
        text(node, "account", info.account());
        return node.toString();
    }

    public static String line(JobRecord record) {
        return node(record).toString();
    }

    public static String withHistory(JobRecord record, List<JobEvent> history) {
        ObjectNode node = node(record);
        var events = node.putArray("history");
        for (JobEvent event : history) {
            ObjectNode entry = events.addObject();
            entry.put("serial", event.serial());
            entry.put("at", event.at().toString());
            entry.put("state", event.state().name());
            entry.put("attempt", event.attempt());
            entry.put("client_token", event.token().value());
            text(entry, "job_id", event.jobId());
            text(entry, "request_id", event.requestId());
            text(entry, "code", event.code());
            text(entry, "message", event.message());
        }
        return node.toString();
    }

    private static ObjectNode node(JobRecord record) {
        ObjectNode node = JSON.createObjectNode();
        node.put("address", record.address().toString());
        node.put("state", record.state().name());
        node.put("account", record.key().account());
        node.put("region", record.key().region());
        node.put("source_id", record.key().sourceId());
        node.put("generation", record.key().generation());
        node.put("name", record.name());
        text(node, "job_id", record.jobId());
        text(node, "request_id", record.requestId());
        text(node, "code", record.code());
        text(node, "message", record.message());
        if (record.origin() != null) {
            node.put("read_from", record.origin().toString());
        }
        node.put("client_token", record.token().value());
        node.put("digest", record.digest());
        node.put("attempt", record.attempt());
        node.put("intended_at", record.intendedAt().toString());
        node.put("updated_at", record.updatedAt().toString());
        ObjectNode parameters = node.putObject("request");
        record.parameters().forEach(parameters::put);
        return node;
    }

    private static void text(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
