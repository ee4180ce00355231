package io.camelsmc.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelsmc.emulator.http.HttpReply;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Builds the documents of the service and turns them into bytes. */
final class Answers {

    static final String HOST_ID = "smc.aliyuncs.com";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    /** A document that holds a fresh request id. */
    static ObjectNode document() {
        return JsonNodeFactory.instance.objectNode().put("RequestId", requestId());
    }

    static EmulatedAnswer refused(Refusal refusal) {
        return error(refusal.status(), refusal.code(), refusal.text(), refusal.headers());
    }

    static EmulatedAnswer error(int status, String code, String message, Map<String, String> headers) {
        ObjectNode body = document();
        body.put("HostId", HOST_ID).put("Code", code).put("Message", message);
        body.put(
                "Recommend",
                "https://api.aliyun.com/troubleshoot?q=" + code + "&product=smc&requestId="
                        + body.path("RequestId").asText());
        return new EmulatedAnswer(status, code, null, body, headers);
    }

    static HttpReply reply(EmulatedAnswer answer, ApiCall call) {
        HttpReply reply = call.wantsXml() ? xml(answer, call.action()) : json(answer);
        reply = reply.withHeader("x-acs-request-id", answer.requestId());
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            reply = reply.withHeader(header.getKey(), header.getValue());
        }
        return reply;
    }

    static HttpReply xml(EmulatedAnswer answer, String action) {
        StringBuilder text = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>");
        element(text, answer.code() == null ? action + "Response" : "Error", answer.body());
        return HttpReply.of(answer.status(), "text/xml;charset=utf-8", text.toString());
    }

    private static HttpReply json(EmulatedAnswer answer) {
        try {
            byte[] body = JSON.writeValueAsBytes(answer.body());
            return HttpReply.of(answer.status(), "application/json;charset=utf-8", body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void element(StringBuilder text, String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(item -> element(text, name, item));
            return;
        }
        text.append('<').append(name).append('>');
        if (value.isObject()) {
            value.properties().forEach(field -> element(text, field.getKey(), field.getValue()));
        } else {
            text.append(
                    value.asText().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        }
        text.append("</").append(name).append('>');
    }

    private static String requestId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        byte[] seed = Long.toHexString(random.nextLong())
                .concat(Long.toHexString(random.nextLong()))
                .getBytes(StandardCharsets.US_ASCII);
        return UUID.nameUUIDFromBytes(seed).toString().toUpperCase(Locale.ROOT);
    }
}
