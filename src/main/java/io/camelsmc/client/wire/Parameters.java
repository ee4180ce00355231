package io.camelsmc.client.wire;

import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.TagSpec;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the business parameters of a call, flat and not yet percent-encoded. What is null or empty is left out. */
public final class Parameters {

    /** Names that belong to the gateway. A row must not be able to choose the action, the key or the signature. */
    private static final Set<String> COMMON = Set.of(
            "action",
            "version",
            "format",
            "accesskeyid",
            "securitytoken",
            "signature",
            "signaturemethod",
            "signaturenonce",
            "signatureversion",
            "timestamp");

    private final SortedMap<String, String> values;

    /** No parameters yet. */
    public Parameters() {
        this(new TreeMap<>());
    }

    private Parameters(SortedMap<String, String> values) {
        this.values = values;
    }

    /**
     * The parameters of a spec as they stand.
     *
     * @throws IllegalArgumentException if an extra parameter of the spec takes the name of a common one
     */
    public static Parameters of(ReplicationJobSpec spec) {
        SortedMap<String, String> values = CanonicalParameters.of(spec);
        for (String name : spec.extra().keySet()) {
            if (COMMON.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("extra parameter " + name + " belongs to the request itself");
            }
        }
        return new Parameters(values);
    }

    /** One value. */
    public Parameters put(String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            values.put(name, value.toString());
        }
        return this;
    }

    /** A list, as {@code Name.1}, {@code Name.2} and so on. */
    public Parameters list(String name, List<String> items) {
        int n = 0;
        for (String item : items) {
            values.put(name + "." + ++n, item);
        }
        return this;
    }

    /** Tags, as {@code Tag.1.Key}, {@code Tag.1.Value} and so on. */
    public Parameters tags(List<TagSpec> tags) {
        int n = 0;
        for (TagSpec tag : tags) {
            values.put("Tag." + ++n + ".Key", tag.key());
            values.put("Tag." + n + ".Value", tag.value());
        }
        return this;
    }

    /** All of them, by name. */
    public SortedMap<String, String> sorted() {
        return values;
    }
}
