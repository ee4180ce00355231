package io.camelsmc.client.wire;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request whose record is the table of its parameters. A component bears the API's name in camelCase, a list that name
 * in the plural: {@code jobId} is sent as {@code JobId}, {@code resourceIds} as {@code ResourceId.1}, {@code ResourceId.2},
 * a list of records as {@code Disk.1.DiskId}. What is null is left out; an empty text is sent as it stands.
 */
public final class RequestTable {

    private RequestTable() {}

    /**
     * The parameters, flat and not yet percent-encoded.
     *
     * @throws IllegalArgumentException if a {@link Required} one is missing
     */
    public static SortedMap<String, String> parameters(Record request) {
        SortedMap<String, String> parameters = new TreeMap<>();
        add(parameters, "", request);
        return parameters;
    }

    /** The API's name of a component. */
    static String wireName(RecordComponent component) {
        String name = component.getName();
        String one = component.getType() == List.class ? name.substring(0, name.length() - 1) : name;
        return Character.toUpperCase(one.charAt(0)) + one.substring(1);
    }

    /** Whether the request cannot be sent without it. */
    static boolean required(RecordComponent component) {
        return component.isAnnotationPresent(Required.class);
    }

    /** What a component holds. */
    static @Nullable Object value(Record request, RecordComponent component) {
        try {
            return component.getAccessor().invoke(request);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(request.getClass() + " must be a public record", e);
        }
    }

    private static void add(SortedMap<String, String> parameters, String prefix, Record request) {
        for (RecordComponent component : request.getClass().getRecordComponents()) {
            Object value = value(request, component);
            String name = prefix + wireName(component);
            if (required(component) && isMissing(value)) {
                throw new IllegalArgumentException("the required parameter " + name + " is missing");
            }
            if (value instanceof List<?> items) {
                int n = 0;
                for (Object item : items) {
                    put(parameters, name + "." + ++n, item);
                }
            } else if (value != null) {
                put(parameters, name, value);
            }
        }
    }

    private static void put(SortedMap<String, String> parameters, String name, Object value) {
        if (value instanceof Record nested) {
            add(parameters, name + ".", nested);
        } else {
            parameters.put(name, value.toString());
        }
    }

    private static boolean isMissing(@Nullable Object value) {
        return value == null
                || (value instanceof String text && text.isBlank())
                || (value instanceof List<?> list && list.isEmpty());
    }
}
