package io.camelsmc.client;

import io.camelsmc.spec.JsonForm;
import java.util.Map;

/**
 * The answer of an operation that reports nothing but that it was carried out.
 *
 * @param requestId id the service gave the call
 */
public record Acknowledged(String requestId) implements SmcAnswer, JsonForm {

    @Override
    public Map<String, Object> asJson() {
        return Map.of("requestId", requestId);
    }

    private Object writeReplace() {
        return JsonForm.text(this);
    }
}
