package io.camelsmc.vendor;

import io.camelsmc.spec.ReplicationJobSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of {@link SpecTable}.
 *
 * @param title what is special about it
 * @param spec what our client sends
 * @param more what the vendor's user adds for the extra parameters of the spec, nested
 * @param refusal the error code it earns, empty when it is accepted
 */
record SpecCase(String title, ReplicationJobSpec spec, Map<String, Object> more, String refusal) {

    static SpecCase accepted(String title, ReplicationJobSpec.Builder spec) {
        return new SpecCase(title, spec.build(), Map.of(), "");
    }

    SpecCase with(Map<String, Object> extra) {
        return new SpecCase(title, spec, extra, refusal);
    }

    SpecCase refusedWith(String code) {
        return new SpecCase(title, spec, more, code);
    }

    boolean isAccepted() {
        return refusal.isEmpty();
    }

    /** Whether a value is sent although it is empty. */
    boolean hasEmptyValue() {
        return "".equals(spec.licenseType())
                || spec.tags().stream().anyMatch(tag -> tag.value().isEmpty());
    }

    /** The request of the vendor's user. */
    Map<String, Object> vendorRequest() {
        Map<String, Object> request = new LinkedHashMap<>(VendorRequest.of(spec));
        request.putAll(more);
        return request;
    }

    @Override
    public String toString() {
        return title;
    }
}
