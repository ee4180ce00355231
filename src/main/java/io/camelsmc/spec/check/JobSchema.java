package io.camelsmc.spec.check;

import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TargetType;
import io.camelsmc.spec.read.Shape;
import io.camelsmc.spec.read.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (2020-12) of what YAML and JSON files hold, made of the same fields, shapes and limits that are read
 * and checked. It describes the camelCase spelling. What a schema cannot say stays with the rules: times against the
 * clock, sums of partitions, unique tags and disks, and everything between rows.
 */
public final class JobSchema {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String TIME =
            "^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-](0[0-9]|1[0-7]):[0-5][0-9])|\\+(0|[1-9][0-9]{0,4})[dhm])$";

    private final ApiProfile profile;
    private final Map<String, Constraint> limits;

    private JobSchema(ApiProfile profile) {
        this.profile = profile;
        this.limits = Limits.of(profile);
    }

    /**
     * The schema as nested maps and lists, in a fixed order.
     *
     * @param complete whether it is for a single job with nothing left to defaults, instead of for a file
     */
    public static Map<String, Object> of(ApiProfile profile, boolean complete) {
        return new JobSchema(profile).schema(complete);
    }

    private Map<String, Object> schema(boolean complete) {
        Map<String, Object> schema = object("$schema", DIALECT);
        schema.put("title", complete ? "One replication job" : "Replication jobs: a wave, a list of jobs, or one job");
        schema.put("description", "CreateReplicationJob, edition of " + profile.year());
        if (complete) {
            schema.put("$ref", "#/$defs/completeJob");
        } else {
            schema.put("if", object("type", "array"));
            schema.put("then", object("items", ref("job")));
            schema.put(
                    "else",
                    object(
                            "if", object("type", "object", "required", List.of("jobs")),
                            "then", ref("wave"),
                            "else", ref("job")));
        }
        schema.put("$defs", object("wave", wave(), "job", job(), "completeJob", completeJob(), "time", time()));
        return schema;
    }

    private static Map<String, Object> wave() {
        return object(
                "type",
                "object",
                "properties",
                object(
                        "wave", object("type", "string"),
                        "start", ref("time"),
                        "defaults", ref("job"),
                        "jobs", object("type", "array", "items", ref("job"))),
                "required",
                List.of("jobs"),
                "additionalProperties",
                false);
    }

    private static Map<String, Object> time() {
        return object("type", "string", "pattern", TIME);
    }

    private Map<String, Object> job() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (SpecField field : SpecField.values()) {
            if (!field.isApiParameter() || profile.knows(field)) {
                Map<String, Object> property = property(field);
                property.put("description", field.description());
                properties.put(field.specName(), property);
            }
        }
        properties.put("tags", property(SpecField.TAG));
        return object(
                "type",
                "object",
                "properties",
                properties,
                "patternProperties",
                object("^_", true),
                "additionalProperties",
                false,
                "not",
                object("required", List.of("tag", "tags")));
    }

    private Map<String, Object> property(SpecField field) {
        String path = field.specName();
        ValueType type = ValueType.of(field.type());
        if (field == SpecField.REPLICATION_PARAMETERS) {
            Map<String, Object> members = object("type", List.of("string", "number", "boolean", "null"));
            return object(
                    "anyOf",
                    List.of(single(ValueType.TEXT, path), object("type", "object", "additionalProperties", members)));
        }
        if (type != null) {
            return single(type, path);
        }
        Shape shape = Shape.of(field.type());
        if (shape == null) {
            return object(
                    "type",
                    "object",
                    "propertyNames",
                    object("pattern", "^[A-Za-z0-9._-]+$"),
                    "additionalProperties",
                    object("type", List.of("string", "number", "boolean")));
        }
        Map<String, Object> structure = structure(shape, path);
        if (field != SpecField.TAG) {
            return structure;
        }
        Map<String, Object> names = object("type", "object", "maxProperties", Limits.TAGS.entries());
        names.put("propertyNames", single(ValueType.TEXT, path + "[].key"));
        names.put("additionalProperties", single(ValueType.TEXT, path + "[].value"));
        return object("anyOf", List.of(structure, names));
    }

    private Map<String, Object> structure(Shape shape, String path) {
        if (shape instanceof Shape.Single single) {
            return single(single.type(), path);
        }
        if (shape instanceof Shape.ListOf list) {
            Map<String, Object> array = object("type", "array", "items", structure(list.item(), path + "[]"));
            array.put("maxItems", limits.get(path) instanceof Constraint.AtMost most ? most.entries() : list.max());
            return array;
        }
        Shape.ObjectOf object = (Shape.ObjectOf) shape;
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (Shape.Member member : object.members()) {
            names.add(member.name());
            properties.put(member.name(), structure(member.shape(), path + "." + member.name()));
        }
        Map<String, Object> result = object("type", "object", "properties", properties, "additionalProperties", false);
        if (names.contains("device")) {
            result.put("dependentRequired", object("device", List.of("sizeBytes"), "sizeBytes", List.of("device")));
        }
        if (path.equals("dataDisk[]")) {
            result.put("required", List.of("index"));
        }
        if (path.equals("tag[]")) {
            result.put("required", List.of("key"));
        }
        return result;
    }

    private Map<String, Object> single(ValueType type, String path) {
        Constraint limit = limits.get(path);
        Map<String, Object> schema =
                switch (type) {
                    case TEXT -> object("type", "string");
                    case INTEGER ->
                        object("type", "integer", "minimum", -Integer.MAX_VALUE, "maximum", Integer.MAX_VALUE);
                    case LONG -> object("type", "integer", "minimum", -Long.MAX_VALUE, "maximum", Long.MAX_VALUE);
                    case BOOLEAN -> object("type", "boolean");
                    case TIME -> ref("time");
                    case TARGET_TYPE -> object("enum", targetTypes());
                };
        if (path.equals(SpecField.REPLICATION_PARAMETERS.specName())) {
            schema.put("maxLength", TransferRules.MAX_LENGTH);
            schema.put("contentMediaType", "application/json");
        }
        apply(limit, schema);
        return schema;
    }

    private static void apply(@Nullable Constraint limit, Map<String, Object> schema) {
        if (limit instanceof Constraint.Form form) {
            schema.put("pattern", "^(?:" + form.regex() + ")$");
        } else if (limit instanceof Constraint.Range range) {
            schema.put("minimum", range.min());
            if (range.max() < Integer.MAX_VALUE) {
                schema.put("maximum", range.max());
            }
        } else if (limit instanceof Constraint.OneOf oneOf) {
            schema.put("enum", oneOf.values());
        } else if (limit instanceof Constraint.Words words) {
            schema.put("minLength", words.min());
            schema.put("maxLength", words.max());
            schema.put("not", object("pattern", "^(" + String.join("|", caseless(words.forbidden())) + ")"));
        }
    }

    private static List<String> caseless(List<String> words) {
        List<String> patterns = new ArrayList<>();
        for (String word : words) {
            StringBuilder pattern = new StringBuilder();
            word.chars().forEach(c -> {
                if (Character.isLetter(c)) {
                    pattern.append('[')
                            .append((char) c)
                            .append((char) Character.toUpperCase(c))
                            .append(']');
                } else {
                    pattern.append((char) c);
                }
            });
            patterns.add(pattern.toString());
        }
        return patterns;
    }

    private static List<String> targetTypes() {
        List<String> names = new ArrayList<>(
                Arrays.stream(TargetType.values()).map(TargetType::wireName).toList());
        names.add("Instance");
        return names;
    }

    /** The rules between fields, and what must be given when nothing is left to defaults. */
    private Map<String, Object> completeJob() {
        List<Object> rules = new ArrayList<>();
        rules.add(object(
                "$comment",
                "CR01",
                "required",
                List.of("regionId"),
                "anyOf",
                List.of(object("required", List.of("sourceId")), object("required", List.of("sourceName")))));
        if (profile.systemDiskRequired()) {
            rules.add(object("$comment", "param.SystemDiskSize.required", "required", List.of("systemDiskSize")));
            rules.add(when("CR02", "targetType", List.of("Image"), object("required", List.of("imageName"))));
        } else {
            Map<String, Object> layout = object("required", List.of("disks"));
            layout.put(
                    "properties",
                    object(
                            "disks",
                            object(
                                    "required",
                                    List.of("system"),
                                    "properties",
                                    object("system", object("required", List.of("size"))))));
            rules.add(when(
                    "CR02",
                    "targetType",
                    List.of("Image"),
                    object(
                            "required", List.of("imageName"),
                            "anyOf", List.of(object("required", List.of("systemDiskSize")), layout))));
        }
        List<Object> instance = List.of("TargetInstance", "Instance");
        rules.add(when("CR04", "targetType", instance, object("required", List.of("instanceId"))));
        rules.add(when(
                "CR30",
                "targetType",
                instance,
                object(
                        "required",
                        List.of("eraseTarget"),
                        "properties",
                        object("eraseTarget", object("const", true)))));
        rules.add(when(
                "CR05",
                "targetType",
                List.of("ContainerImage"),
                object("required", List.of("containerNamespace", "containerRepository", "instanceRamRole"))));
        rules.add(when("CR08", "netMode", List.of(2), object("required", List.of("vSwitchId"))));
        rules.add(when(
                "CR10", "runOnce", List.of(false), object("required", List.of("frequency", "maxNumberOfImageToKeep"))));
        return object("$ref", "#/$defs/job", "allOf", rules);
    }

    private static Map<String, Object> when(String rule, String field, List<?> values, Map<String, Object> then) {
        return object(
                "$comment",
                rule,
                "if",
                object("required", List.of(field), "properties", object(field, object("enum", values))),
                "then",
                then);
    }

    private static Map<String, Object> ref(String name) {
        return object("$ref", "#/$defs/" + name);
    }

    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
