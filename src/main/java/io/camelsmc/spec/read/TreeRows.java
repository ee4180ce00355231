package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.read.Node.Mapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a YAML or JSON file that has been read as a whole. */
final class TreeRows implements RowSource {

    private final String text;
    private final WaveFile wave;
    private int number;

    private TreeRows(String text, WaveFile wave) {
        this.text = text;
        this.wave = wave;
    }

    /** Rows of the tree that was read from the text. @throws UncheckedDamageException if it holds no jobs */
    static TreeRows of(@Nullable Node root, String text, String source) {
        if (root == null || (root instanceof Node.Scalar scalar && scalar.style() == Node.Style.NULL)) {
            throw UncheckedDamageException.of(
                    Diagnostic.error("file.empty", "The file is empty").at(SourcePosition.of(source)));
        }
        return new TreeRows(text, WaveFile.of(root));
    }

    @Override
    public @Nullable InputRow next() {
        return number < wave.jobs().size() ? row(wave.jobs().get(number), wave, text, ++number) : null;
    }

    /** The row that one node stands for. */
    static InputRow row(Node job, WaveFile wave, String text, int number) {
        if (!(job instanceof Mapping mapping)) {
            List<Diagnostic> problem = new ArrayList<>();
            problem.add(Diagnostic.error("shape.wrong", "Not a job")
                    .at(job.position())
                    .expected("an object with sourceId and the other fields"));
            return Rows.row(
                    SpecMapper.Result.nothing(problem),
                    job.position(),
                    number,
                    RawRow.ofText(job instanceof Node.Scalar scalar ? scalar.text() : ""));
        }
        SpecMapper.Result read = SpecMapper.read(mapping, false);
        Inheritance values = new Inheritance(read.builder().build(), read.offsets());
        values.fill(wave.defaults());
        values.resolve(wave.defaults().start());
        String source = text.substring(mapping.from(), mapping.to()).stripTrailing();
        RawRow raw = RawRow.ofTree(source, new RowTree(mapping, wave.shared()));
        RowValues own = RowValues.of(read.builder().build(), read.positions(), null);
        InputRow row = new InputRow(job.position(), number, null, List.of(), raw, own);
        return Rows.row(values, read.problems(), row, List.of());
    }

    @Override
    public void close() {}
}
