package io.camelsmc.wave;

import io.camelsmc.diag.AbortException;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.spec.read.Defaults;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.WaveReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One input of a command, with the defaults that go with it. It can be read as often as it takes.
 *
 * @param file the wave
 * @param defaults what fills the gaps of its rows
 */
public record WaveInput(Path file, Defaults defaults) implements WaveSource {

    /**
     * The inputs of a command line.
     *
     * @param defaultsFile the defaults of all of them; null takes those beside each
     * @throws AbortException if one is no readable file, or is named twice
     * @throws DamagedInputException with everything that is wrong with a file of defaults
     */
    public static List<WaveInput> of(List<Path> files, @Nullable Path defaultsFile, @Nullable String region)
            throws DamagedInputException {
        try {
            Defaults given = defaultsFile == null ? null : Defaults.load(readable(defaultsFile));
            List<WaveInput> inputs = new ArrayList<>();
            for (Path file : files) {
                Path name = readable(file).getFileName();
                if (inputs.stream().anyMatch(other -> same(other.file, file))) {
                    throw AbortException.wrongUsage("the input " + file + " is given twice");
                }
                if (name != null && name.toString().equals(Defaults.FILE_NAME)) {
                    throw AbortException.wrongUsage(
                            file + " is a file of defaults, not a wave; it is read with the waves beside it, or name it"
                                    + " with --defaults");
                }
                Defaults defaults = given == null ? Defaults.beside(file) : given;
                inputs.add(new WaveInput(file, defaults.withOption(SpecField.REGION_ID, region)));
            }
            return inputs;
        } catch (IOException e) {
            throw AbortException.cannotRun("cannot read an input: " + e.getMessage(), e);
        }
    }

    private static boolean same(Path a, Path b) {
        try {
            return Files.isSameFile(a, b);
        } catch (IOException e) {
            return a.equals(b);
        }
    }

    /** Rows are passed over more than once, which a pipe does not allow. */
    private static Path readable(Path file) {
        String problem = null;
        if (file.toString().isEmpty()) {
            throw AbortException.wrongUsage("the name of an input is empty; name a file");
        } else if (Files.isDirectory(file)) {
            problem = file + " is a directory; name the waves in it, such as " + file.resolve("*.csv");
        } else if (file.toString().equals("-") && !Files.exists(file)) {
            problem =
                    "standard input cannot be a wave, since its rows are read more than once; save it to a file first";
        } else if (!Files.exists(file)) {
            problem = "cannot read " + file + " (no such file); check the name and the current directory";
        } else if (!Files.isReadable(file)) {
            problem = "cannot read " + file + " (permission denied); make it readable for this user";
        } else if (!Files.isRegularFile(file)) {
            problem = file + " is not a regular file; save the input to a file first";
        }
        if (problem != null) {
            throw AbortException.cannotRun(problem);
        }
        return file;
    }

    /** Opens the file anew. */
    public WaveReader open() throws DamagedInputException {
        try {
            return WaveReader.open(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Hands every row to an action, its gaps filled. */
    public void forEachRow(WaveReader reader, Consumer<InputRow> action) throws DamagedInputException {
        try (reader) {
            reader.forEachRow(row -> action.accept(defaults.apply(row)));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void forEachRow(Consumer<InputRow> action) throws DamagedInputException {
        forEachRow(open(), action);
    }

    private AbortException unreadable(IOException e) {
        return AbortException.cannotRun("cannot read " + file + ": " + e.getMessage(), e);
    }
}
