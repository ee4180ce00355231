package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.ReplicationJobSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Short ways to read texts in tests. */
final class Inputs {

    private Inputs() {}

    static List<InputRow> csv(String text) throws IOException, DamagedInputException {
        return rows(text, InputFormat.CSV);
    }

    /** The rows of a file beside the tests. */
    static List<InputRow> resource(String name) throws IOException, DamagedInputException {
        return rows(stream(name), InputFormat.CSV);
    }

    /** What is said of the whole of a file beside the tests. */
    static List<Diagnostic> findings(String name) throws IOException, DamagedInputException {
        try (WaveReader reader = WaveReader.open(stream(name), "wave", InputFormat.CSV, ReadOptions.defaults())) {
            return reader.findings();
        }
    }

    /** Why a file beside the tests is refused. */
    static List<Diagnostic> refusal(String name) throws IOException {
        return damage(stream(name), InputFormat.CSV);
    }

    static InputStream stream(String name) {
        return Objects.requireNonNull(Inputs.class.getResourceAsStream("/spec/sheets/" + name), name);
    }

    static List<InputRow> yaml(String text) throws IOException, DamagedInputException {
        return rows(text, InputFormat.YAML);
    }

    static List<InputRow> json(String text) throws IOException, DamagedInputException {
        return rows(text, InputFormat.JSON);
    }

    static List<InputRow> rows(String text, InputFormat format) throws IOException, DamagedInputException {
        return rows(text.getBytes(StandardCharsets.UTF_8), format);
    }

    static List<InputRow> rows(byte[] bytes, InputFormat format) throws IOException, DamagedInputException {
        return rows(new ByteArrayInputStream(bytes), format);
    }

    static List<InputRow> rows(InputStream in, InputFormat format) throws IOException, DamagedInputException {
        List<InputRow> rows = new ArrayList<>();
        try (WaveReader reader = WaveReader.open(in, "wave", format, ReadOptions.defaults())) {
            reader.forEachRow(rows::add);
        }
        return rows;
    }

    static ReplicationJobSpec spec(InputRow row) {
        ReplicationJobSpec spec = row.spec();
        if (spec == null) {
            throw new AssertionError("no spec: " + row.problems());
        }
        return spec;
    }

    /** The damage of a text that must be refused. */
    static List<Diagnostic> damage(byte[] bytes, InputFormat format) throws IOException {
        return damage(new ByteArrayInputStream(bytes), format);
    }

    static List<Diagnostic> damage(String text, InputFormat format) throws IOException {
        return damage(text.getBytes(StandardCharsets.UTF_8), format);
    }

    static List<Diagnostic> damage(InputStream in, InputFormat format) throws IOException {
        try {
            List<InputRow> rows = rows(in, format);
            throw new AssertionError("not refused: " + rows);
        } catch (DamagedInputException e) {
            return e.diagnostics();
        }
    }
}
