package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.read.Node.Entry;
import io.camelsmc.spec.read.Node.Mapping;
import io.camelsmc.spec.read.Node.Scalar;
import io.camelsmc.spec.read.Node.Sequence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a YAML or JSON file holds: a wave with defaults and jobs, a bare list of jobs, or one job.
 *
 * @param jobs the jobs, not yet read
 * @param defaults what fills the gaps of every job, the name of the wave included
 * @param shared the same as it is written
 */
record WaveFile(List<Node> jobs, Layer defaults, List<Entry> shared) {

    private static final List<String> KEYS = List.of("wave", "start", "defaults", "jobs");
    private static final Layer NONE = Layer.empty(Level.WAVE);

    /** Recognises the shape. @throws UncheckedDamageException if it is none of the three */
    static WaveFile of(Node root) {
        if (root instanceof Sequence list) {
            return new WaveFile(list.items(), NONE, List.of());
        }
        if (!(root instanceof Mapping mapping)) {
            throw UncheckedDamageException.of(Diagnostic.error("wave.shape", "Neither a wave nor a job")
                    .at(root.position())
                    .expected("an object with jobs, a list of jobs, or one job"));
        }
        Node jobs = member(mapping, "jobs");
        return jobs == null ? new WaveFile(List.of(mapping), NONE, List.of()) : wave(mapping, jobs);
    }

    private static WaveFile wave(Mapping mapping, Node jobs) {
        List<Diagnostic> problems = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            if (!KEYS.contains(entry.name())) {
                String nearest = NearMiss.of(entry.name(), KEYS);
                problems.add(Diagnostic.error("field.unknown", "Unknown field of a wave")
                        .at(entry.position())
                        .in(entry.name())
                        .expected("wave, start, defaults and jobs")
                        .fix(nearest == null ? "move it under defaults" : NearMiss.question(entry.name(), nearest)));
            }
        }
        Layer defaults = defaults(mapping, problems);
        if (!(jobs instanceof Sequence list)) {
            problems.add(Diagnostic.error("wave.shape", "jobs is not a list")
                    .at(jobs.position())
                    .in("jobs"));
            throw UncheckedDamageException.of(problems);
        }
        if (!problems.isEmpty()) {
            throw UncheckedDamageException.of(problems);
        }
        return new WaveFile(list.items(), defaults, shared(mapping));
    }

    private static List<Entry> shared(Mapping mapping) {
        List<Entry> shared = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            if (entry.name().equals("wave")) {
                shared.add(0, entry);
            } else if (entry.name().equals("defaults") && entry.value() instanceof Mapping values) {
                shared.addAll(values.entries());
            }
        }
        return shared;
    }

    private static Layer defaults(Mapping mapping, List<Diagnostic> problems) {
        SpecMapper.Result read = SpecMapper.Result.nothing(problems);
        Node defaults = member(mapping, "defaults");
        if (defaults instanceof Mapping values) {
            read = SpecMapper.read(values, false);
            read.problems().forEach(problem -> problems.add(problem.in("defaults." + problem.field())));
        } else if (defaults != null && !isNull(defaults)) {
            problems.add(Diagnostic.error("wave.shape", "defaults is not an object")
                    .at(defaults.position())
                    .in("defaults"));
        }
        Map<SpecField, SourcePosition> positions = new EnumMap<>(SpecField.class);
        positions.putAll(read.positions());
        Node wave = member(mapping, "wave");
        String name = null;
        if (wave instanceof Scalar text && text.style() != Node.Style.LITERAL) {
            name = isNull(text) ? null : text.text();
            read.builder().set(SpecField.WAVE, name);
            positions.put(SpecField.WAVE, text.position());
        } else if (wave != null) {
            problems.add(Diagnostic.error("wave.shape", "wave is not a text")
                    .at(wave.position())
                    .in("wave"));
        }
        Instant start = start(member(mapping, "start"), problems);
        return new Layer(Level.WAVE, name, read.builder().build(), read.offsets(), positions, start);
    }

    /** The start of a wave, which relative times count from. */
    static @Nullable Instant start(@Nullable Node start, List<Diagnostic> problems) {
        if (start == null || isNull(start)) {
            return null;
        }
        String text = start instanceof Scalar scalar ? scalar.text() : "";
        Instant time = TimeText.parse(text);
        if (time == null) {
            problems.add(Diagnostic.error("value.time", "Not a time")
                    .at(start.position())
                    .in("start")
                    .got(text)
                    .expected(TimeText.FORM)
                    .fix(TimeText.hint(text)));
        }
        return time;
    }

    static @Nullable Node member(Mapping mapping, String name) {
        for (Entry entry : mapping.entries()) {
            if (entry.name().equals(name)) {
                return entry.value();
            }
        }
        return null;
    }

    static boolean isNull(Node node) {
        return node instanceof Scalar scalar && scalar.style() == Node.Style.NULL;
    }
}
