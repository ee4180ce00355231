package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.read.Node.Entry;
import io.camelsmc.spec.read.Node.Mapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file of defaults holds.
 *
 * @param global for every row
 * @param waves by name of the wave
 * @param templates by name of the template
 */
record DefaultsFile(Layer global, Map<String, Layer> waves, Map<String, Layer> templates) {

    private static final String START = "start";
    private static final List<String> KEYS = List.of("global", "waves", "templates");

    /** What only one row can have, and the consent that each row has to give for itself. */
    private static final Set<SpecField> OF_ONE_ROW = EnumSet.of(
            SpecField.SOURCE_ID,
            SpecField.SOURCE_NAME,
            SpecField.NAME,
            SpecField.IMAGE_NAME,
            SpecField.INSTANCE_ID,
            SpecField.CLIENT_TOKEN,
            SpecField.ERASE_TARGET);

    /** Reads the tree. @throws UncheckedDamageException with every problem */
    static DefaultsFile of(@Nullable Node root) {
        Layer none = Layer.empty(Level.GLOBAL);
        if (root == null || WaveFile.isNull(root)) {
            return new DefaultsFile(none, Map.of(), Map.of());
        }
        List<Diagnostic> problems = new ArrayList<>();
        if (!(root instanceof Mapping mapping)) {
            throw UncheckedDamageException.of(Diagnostic.error("defaults.shape", "Not a file of defaults")
                    .at(root.position())
                    .expected("global, waves and templates"));
        }
        for (Entry entry : mapping.entries()) {
            if (!KEYS.contains(entry.name())) {
                problems.add(unknown(entry));
            }
        }
        Node global = WaveFile.member(mapping, "global");
        Layer all = global == null ? none : layer(Level.GLOBAL, null, global, "global", problems);
        DefaultsFile file = new DefaultsFile(
                all,
                layers(Level.WAVE, WaveFile.member(mapping, "waves"), "waves", problems),
                layers(Level.TEMPLATE, WaveFile.member(mapping, "templates"), "templates", problems));
        if (!problems.isEmpty()) {
            throw UncheckedDamageException.of(problems);
        }
        return file;
    }

    private static Diagnostic unknown(Entry entry) {
        String nearest = NearMiss.of(entry.name(), KEYS);
        boolean field = FieldNames.folded(entry.name()) != null;
        return Diagnostic.error("field.unknown", "Unknown part of a file of defaults")
                .at(entry.position())
                .in(entry.name())
                .expected("global, waves or templates")
                .fix(
                        nearest != null
                                ? NearMiss.question(entry.name(), nearest)
                                : field ? "move it under global" : null);
    }

    private static Map<String, Layer> layers(Level level, @Nullable Node node, String path, List<Diagnostic> problems) {
        if (node == null || WaveFile.isNull(node)) {
            return Map.of();
        }
        if (!(node instanceof Mapping mapping)) {
            problems.add(notAnObject(node, path, "names, each with its values"));
            return Map.of();
        }
        Map<String, Layer> layers = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            layers.put(entry.name(), layer(level, entry, path, problems));
        }
        return Collections.unmodifiableMap(layers);
    }

    private static Layer layer(Level level, Entry entry, String path, List<Diagnostic> problems) {
        Layer layer = layer(level, entry.name(), entry.value(), path + "." + entry.name(), problems);
        if (level != Level.WAVE) {
            return layer;
        }
        // The place of the wave itself, for findings about its name.
        Map<SpecField, SourcePosition> positions = new EnumMap<>(SpecField.class);
        positions.putAll(layer.positions());
        positions.put(SpecField.WAVE, entry.position());
        return new Layer(level, layer.name(), layer.values(), layer.offsets(), positions, layer.start());
    }

    private static Layer layer(Level level, @Nullable String name, Node node, String path, List<Diagnostic> problems) {
        if (WaveFile.isNull(node)) {
            return Layer.empty(level);
        }
        if (!(node instanceof Mapping mapping)) {
            problems.add(notAnObject(node, path, "fields and their values"));
            return Layer.empty(level);
        }
        Instant start = level == Level.WAVE ? WaveFile.start(WaveFile.member(mapping, START), problems) : null;
        List<Entry> fields = mapping.entries().stream()
                .filter(entry -> level != Level.WAVE || !entry.name().equals(START))
                .toList();
        SpecMapper.Result read =
                SpecMapper.read(new Mapping(fields, mapping.position(), mapping.from(), mapping.to()), false);
        read.problems().forEach(problem -> problems.add(problem.in(path + "." + problem.field())));
        read.positions().forEach((field, position) -> {
            if (!allowed(level, field)) {
                problems.add(Diagnostic.error("defaults.field", "The field belongs to a single row")
                        .at(position)
                        .in(path + "." + field.specName())
                        .fix("give it in each row"));
            }
        });
        return new Layer(level, name, read.builder().build(), read.offsets(), read.positions(), start);
    }

    private static boolean allowed(Level level, SpecField field) {
        boolean decides = field == SpecField.WAVE || field == SpecField.TEMPLATE;
        return switch (level) {
            case TEMPLATE -> !decides && !OF_ONE_ROW.contains(field);
            case WAVE -> field != SpecField.WAVE && !OF_ONE_ROW.contains(field);
            default -> !OF_ONE_ROW.contains(field);
        };
    }

    private static Diagnostic notAnObject(Node node, String path, String expected) {
        return Diagnostic.error("defaults.shape", "Wrong kind of value")
                .at(node.position())
                .in(path)
                .expected(expected);
    }
}
