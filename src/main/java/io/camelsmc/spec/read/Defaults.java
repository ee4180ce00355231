package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values that fill the gaps of rows: those of a template, of a wave, of all rows, of the command line. The row itself is
 * stronger than its template, the template than the wave, the wave than {@code global}; of the two places of a wave, the
 * wave file is stronger than {@code defaults.yaml}. A field is taken as a whole, lists included. Immutable; safe to share
 * between threads.
 */
public final class Defaults {

    /** The name of the file that is looked for beside a wave. */
    public static final String FILE_NAME = "defaults.yaml";

    private static final Defaults NONE = new Defaults(Layer.empty(Level.GLOBAL), Map.of(), Map.of(), null, null);

    private final Layer global;
    private final Map<String, Layer> waves;
    private final Map<String, Layer> templates;
    private final @Nullable String source;
    private final @Nullable Layer option;
    private final List<String> inheritable;

    private Defaults(
            Layer global,
            Map<String, Layer> waves,
            Map<String, Layer> templates,
            @Nullable String source,
            @Nullable Layer option) {
        this.global = global;
        this.waves = waves;
        this.templates = templates;
        this.source = source;
        this.option = option;
        this.inheritable = inheritable();
    }

    /** No defaults. */
    public static Defaults none() {
        return NONE;
    }

    /** Reads a file. @throws DamagedInputException with everything that is wrong with it */
    public static Defaults load(Path file) throws IOException, DamagedInputException {
        String name = file.toString();
        try {
            String text = WaveReader.load(Files.newInputStream(file), name, ReadOptions.defaults());
            return of(
                    DefaultsFile.of(
                            YamlTree.read(text, name, ReadOptions.defaults().maxFieldChars())),
                    name);
        } catch (RuntimeException e) {
            throw WaveReader.checked(e);
        }
    }

    /** Reads the file {@link #FILE_NAME} in the directory of a wave; no defaults when there is none. */
    public static Defaults beside(Path wave) throws IOException, DamagedInputException {
        Path file = wave.resolveSibling(FILE_NAME);
        return Files.isRegularFile(file) ? load(file) : NONE;
    }

    private static Defaults of(DefaultsFile file, String name) {
        return new Defaults(file.global(), file.waves(), file.templates(), name, null);
    }

    /** The columns that a sheet needs to hold whatever these defaults can fill in. */
    private List<String> inheritable() {
        List<Layer> layers = new ArrayList<>(templates.values());
        layers.addAll(waves.values());
        layers.add(global);
        if (option != null) {
            layers.add(option);
        }
        Set<String> names = new LinkedHashSet<>();
        for (Layer layer : layers) {
            names.addAll(SpecCsvColumns.needed(layer.values(), layer.offsets()));
        }
        return List.copyOf(names);
    }

    /** The same defaults with a value of the command line beneath them, for rows that have none from elsewhere. */
    public Defaults withOption(SpecField field, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        ReplicationJobSpec values =
                ReplicationJobSpec.builder().set(field, value).build();
        Layer beneath = new Layer(Level.OPTION, null, values, Map.of(), Map.of(), null);
        return new Defaults(global, waves, templates, source, beneath);
    }

    /** The row with its gaps filled, where each value came from, and what is wrong with that. */
    public InputRow apply(InputRow row) {
        RowValues values = row.values();
        String template = templateOf(row);
        Layer chosen = template == null ? null : templates.get(template);
        boolean nothing = chosen == null && template == null && waves.isEmpty() && option == null;
        if (nothing && global.fields().isEmpty()) {
            return row;
        }
        Inheritance filled = new Inheritance(own(values), ownOffsets(values));
        if (chosen != null) {
            filled.fill(chosen);
        }
        values.inherited()
                .forEach((field, from) ->
                        filled.take(field, values.known().get(field), openOffset(values, field), from));
        Layer wave = waveOf(row);
        if (wave != null) {
            filled.fill(wave);
        }
        filled.fill(global);
        if (option != null) {
            filled.fill(option);
        }
        filled.resolve(wave == null ? null : wave.start());
        return Rows.row(filled, problems(row, template), row, inheritable);
    }

    private List<Diagnostic> problems(InputRow row, @Nullable String template) {
        List<Diagnostic> problems = new ArrayList<>(row.problems());
        problems.removeIf(problem -> problem.rule().equals(RelativeTime.UNRESOLVED));
        if (template != null && !templates.containsKey(template)) {
            String nearest = NearMiss.of(template, templates.keySet());
            String missing = source == null
                    ? "there is no " + FILE_NAME + " beside the wave; make one, or name it with --defaults"
                    : templates.isEmpty()
                            ? source + " has no templates"
                            : "it has " + String.join(", ", templates.keySet());
            problems.add(Diagnostic.error("defaults.template", "No such template")
                    .at(row.position())
                    .in(row.raw().isCsv() ? CsvNames.of(SpecField.TEMPLATE) : SpecField.TEMPLATE.specName())
                    .got(template)
                    .expected("a name under templates in " + Objects.requireNonNullElse(source, FILE_NAME))
                    .fix(nearest == null ? missing : NearMiss.question(template, nearest)));
        }
        return problems;
    }

    /** What the row itself says, without what its wave file filled in. */
    private static ReplicationJobSpec own(RowValues values) {
        ReplicationJobSpec known = values.known();
        if (values.inherited().isEmpty()) {
            return known;
        }
        ReplicationJobSpec.Builder own = known.toBuilder();
        values.inherited().keySet().forEach(field -> own.set(field, null));
        return own.build();
    }

    /** Relative times of the row that have no time yet. */
    private static Map<SpecField, Duration> ownOffsets(RowValues values) {
        Map<SpecField, Duration> own = new LinkedHashMap<>();
        values.offsets().forEach((field, offset) -> {
            if (!values.inherited().containsKey(field) && !values.known().has(field)) {
                own.put(field, offset);
            }
        });
        return own;
    }

    private static @Nullable Duration openOffset(RowValues values, SpecField field) {
        return values.known().has(field) ? null : values.offsets().get(field);
    }

    private @Nullable String templateOf(InputRow row) {
        String given = row.known().template();
        Layer wave = waveOf(row);
        if (given == null && wave != null) {
            given = wave.values().template();
        }
        return given == null ? global.values().template() : given;
    }

    private @Nullable Layer waveOf(InputRow row) {
        String wave = row.known().wave();
        String name = wave == null ? global.values().wave() : wave;
        return name == null ? null : waves.get(name);
    }

    /** A warning when the name of a wave has no values here but one nearly like it has. */
    public Optional<Diagnostic> nearMiss(String wave) {
        if (waves.isEmpty() || waves.containsKey(wave)) {
            return Optional.empty();
        }
        String nearest = NearMiss.of(wave, waves.keySet());
        Layer layer = nearest == null ? null : waves.get(nearest);
        if (nearest == null || layer == null || !alike(wave, nearest)) {
            return Optional.empty();
        }
        SourcePosition place = layer.positions().get(SpecField.WAVE);
        return Optional.of(
                Diagnostic.warning("defaults.wave", "No row is of this wave, but of one named nearly like it")
                        .at(place)
                        .in("waves." + nearest)
                        .got(wave)
                        .expected(nearest)
                        .fix("spell the wave alike in both places"));
    }

    private static boolean alike(String a, String b) {
        return Lookalikes.plain(a).equals(Lookalikes.plain(b));
    }

    /** The candidates for a field in the order in which they are asked, the row and the API apart. */
    public List<Candidate> candidates(InputRow row, SpecField field) {
        List<Candidate> candidates = new ArrayList<>();
        String template = templateOf(row);
        add(candidates, template == null ? null : templates.get(template), field);
        Provenance inherited = row.values().inherited().get(field);
        Layer wave = waveOf(row);
        boolean here = wave != null && wave.provenance(field).equals(inherited);
        if (inherited != null && inherited.level() == Level.WAVE && !here) {
            candidates.add(new Candidate(
                    inherited, row.known().get(field), row.values().offsets().get(field)));
        }
        add(candidates, wave, field);
        add(candidates, global, field);
        add(candidates, option, field);
        return candidates;
    }

    private static void add(List<Candidate> candidates, @Nullable Layer layer, SpecField field) {
        if (layer != null && layer.fields().contains(field)) {
            candidates.add(new Candidate(
                    layer.provenance(field),
                    layer.values().get(field),
                    layer.offsets().get(field)));
        }
    }

    /** The start of a wave, which relative times count from; null when it has none here. */
    public @Nullable Instant start(String wave) {
        Layer layer = waves.get(wave);
        return layer == null ? null : layer.start();
    }

    /** The file they were read from; null when there is none. */
    public @Nullable String source() {
        return source;
    }

    /**
     * A value that a level offers for a field.
     *
     * @param from the level
     * @param value the value; null where only a relative time is given
     * @param offset the relative time; null where a value is given
     */
    public record Candidate(Provenance from, @Nullable Object value, @Nullable Duration offset) {}
}
