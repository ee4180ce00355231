package io.camelsmc.spec;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns {@link CanonicalParameters} back into a spec. A value that is not of the type of its field is left out, so that
 * nothing is concluded from it; a name that no field has becomes an extra parameter.
 */
final class ParametersReader {

    private final SortedMap<String, String> parameters;

    private ParametersReader(SortedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    static ReplicationJobSpec read(SortedMap<String, String> parameters) {
        Map<String, SortedMap<String, String>> byHead = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            int dot = name.indexOf('.');
            String head = dot < 0 ? name : name.substring(0, dot);
            byHead.computeIfAbsent(head, h -> new TreeMap<>()).put(dot < 0 ? "" : name.substring(dot + 1), value);
        });
        ReplicationJobSpec.Builder spec = ReplicationJobSpec.builder();
        for (SpecField field : SpecField.values()) {
            SortedMap<String, String> own = field.wireName() == null ? null : byHead.remove(field.wireName());
            if (own != null) {
                spec.set(field, new ParametersReader(own).value(field.type()));
            }
        }
        Map<String, String> extra = new LinkedHashMap<>();
        byHead.forEach((head, rest) ->
                rest.forEach((tail, value) -> extra.put(tail.isEmpty() ? head : head + "." + tail, value)));
        return spec.set(SpecField.EXTRA_PARAMETERS, extra.isEmpty() ? null : extra)
                .build();
    }

    private @Nullable Object value(FieldType type) {
        return switch (type) {
            case STRING -> text("");
            case INTEGER -> integer("");
            case BOOLEAN -> flag("");
            case TIME -> read("", Instant::parse);
            case TARGET_TYPE -> read("", text -> TargetType.parse(text).orElse(null));
            case PARTITIONS -> items("", ParametersReader::partition);
            case DATA_DISKS ->
                items(
                        "",
                        disk -> new DataDiskSpec(
                                disk.integer("Index"),
                                disk.integer("Size"),
                                disk.items("Part.", ParametersReader::partition)));
            case TAGS ->
                items(
                        "",
                        tag -> new TagSpec(
                                Objects.requireNonNullElse(tag.text("Key"), ""),
                                Objects.requireNonNullElse(tag.text("Value"), "")));
            case DISKS -> disks();
            case EXTRA -> null;
        };
    }

    private static PartitionSpec partition(ParametersReader part) {
        return new PartitionSpec(part.text("Device"), part.number("SizeBytes"), part.flag("Block"));
    }

    private DisksSpec disks() {
        ParametersReader system = under("System.");
        return new DisksSpec(
                system.parameters.isEmpty() ? null : system.disk(), items("Data.", ParametersReader::disk));
    }

    private DisksSpec.Disk disk() {
        return new DisksSpec.Disk(
                integer("Size"),
                flag("LVM"),
                text("DiskId"),
                items(
                        "Part.",
                        part -> new DisksSpec.Part(part.text("Path"), part.number("SizeBytes"), part.flag("Block"))));
    }

    /** The entries of a list, in the order of their numbers. */
    private <T> List<T> items(String prefix, Function<ParametersReader, T> reader) {
        SortedMap<Integer, SortedMap<String, String>> numbered = new TreeMap<>();
        under(prefix).parameters.forEach((name, value) -> {
            int dot = name.indexOf('.');
            if (dot > 0 && name.substring(0, dot).chars().allMatch(c -> c >= '0' && c <= '9') && dot < 6) {
                numbered.computeIfAbsent(Integer.parseInt(name.substring(0, dot)), n -> new TreeMap<>())
                        .put(name.substring(dot + 1), value);
            }
        });
        Collection<SortedMap<String, String>> entries = numbered.values();
        List<T> items = new ArrayList<>(entries.size());
        entries.forEach(entry -> items.add(reader.apply(new ParametersReader(entry))));
        return items;
    }

    private ParametersReader under(String prefix) {
        SortedMap<String, String> below = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                below.put(name.substring(prefix.length()), value);
            }
        });
        return new ParametersReader(below);
    }

    private @Nullable String text(String name) {
        return parameters.get(name);
    }

    private @Nullable Integer integer(String name) {
        return read(name, Integer::valueOf);
    }

    private @Nullable Long number(String name) {
        return read(name, Long::valueOf);
    }

    private @Nullable Boolean flag(String name) {
        return read(name, text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        });
    }

    private <T> @Nullable T read(String name, Function<String, @Nullable T> reader) {
        String text = parameters.get(name);
        try {
            return text == null ? null : reader.apply(text);
        } catch (NumberFormatException | DateTimeParseException e) {
            return null;
        }
    }
}
