package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a wave, whatever its format. CSV and NDJSON are streamed, so memory does not grow with the number of
 * rows; YAML, JSON and workbooks are read up to a cap. A workbook is known by its contents, whatever its name. A row with problems is handed out like any other, with its
 * problems; a damaged file ends the reading, and nothing of it may be used. Not safe to share between threads.
 */
public final class WaveReader implements Iterator<InputRow>, AutoCloseable {

    private final RowSource rows;
    private @Nullable InputRow ahead;
    private boolean ended;

    private WaveReader(RowSource rows) {
        this.rows = rows;
    }

    /** Opens a file whose name tells its format; other names are taken for CSV. */
    public static WaveReader open(Path file) throws IOException, DamagedInputException {
        return open(file, ReadOptions.defaults());
    }

    /** Opens a file with other caps. */
    public static WaveReader open(Path file, ReadOptions options) throws IOException, DamagedInputException {
        String name = String.valueOf(file.getFileName());
        InputStream in = Files.newInputStream(file);
        try {
            return open(in, file.toString(), InputFormat.of(name).orElse(InputFormat.CSV), options);
        } catch (IOException | DamagedInputException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Opens a stream. The reader closes it.
     *
     * @param sourceName what messages call the stream
     */
    public static WaveReader open(InputStream in, String sourceName, InputFormat format, ReadOptions options)
            throws IOException, DamagedInputException {
        try {
            BufferedInputStream peeked = new BufferedInputStream(in, FileKind.HEAD);
            boolean workbook = isWorkbook(peeked);
            if (options.sheet() != null && !workbook) {
                throw UncheckedDamageException.of(Diagnostic.error("xlsx.sheet", "Only a workbook has sheets")
                        .at(SourcePosition.of(sourceName))
                        .got(options.sheet())
                        .fix("leave the name of the sheet out, or name an .xlsx workbook"));
            }
            return new WaveReader(
                    workbook
                            ? WorkbookRows.open(peeked, sourceName, options)
                            : rows(peeked, sourceName, format, options));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            throw checked(e);
        }
    }

    private static RowSource rows(InputStream in, String source, InputFormat format, ReadOptions options)
            throws IOException {
        return switch (format) {
            case CSV -> CsvRows.open(new StrictUtf8Reader(in, source), source, options);
            case NDJSON -> new NdjsonRows(new StrictUtf8Reader(in, source), source, options);
            case YAML -> yaml(load(in, source, options), source, options);
            case JSON -> json(load(in, source, options), source, options);
            case XLSX -> throw noWorkbook(in, source);
        };
    }

    /** The contents decide: people give files other names. */
    private static boolean isWorkbook(BufferedInputStream in) throws IOException {
        in.mark(FileKind.HEAD);
        byte[] head = in.readNBytes(FileKind.HEAD);
        in.reset();
        FileKind kind = FileKind.of(head, head.length);
        return kind != null && kind.workbook();
    }

    private static RuntimeException noWorkbook(InputStream in, String source) throws IOException {
        try (Reader text = new StrictUtf8Reader(in, source)) {
            // Says by itself what the file is, where that is known.
            boolean empty = text.read() < 0;
            return UncheckedDamageException.of(Diagnostic.error(
                            empty ? "file.empty" : "file.kind",
                            empty ? "The file is empty" : "The file is text under the name of a workbook")
                    .at(SourcePosition.of(source))
                    .expected("an Excel workbook (.xlsx)")
                    .fix(empty ? "save the workbook again" : "give it the ending of what it is, such as .csv"));
        }
    }

    private static RowSource yaml(String text, String source, ReadOptions options) {
        return TreeRows.of(YamlTree.read(text, source, options.maxFieldChars()), text, source);
    }

    private static RowSource json(String text, String source, ReadOptions options) {
        Node root = JsonTree.read(JsonTree.factory(options.maxFieldChars()), text, source, 0);
        return TreeRows.of(root, text, source);
    }

    static String load(InputStream in, String source, ReadOptions options) throws IOException {
        try (in) {
            byte[] bytes = in.readNBytes(options.maxTreeBytes());
            if (in.read() >= 0) {
                int lines = 1;
                for (byte b : bytes) {
                    lines += b == '\n' ? 1 : 0;
                }
                throw UncheckedDamageException.of(Diagnostic.error(
                                "file.size-cap", "The file is larger than " + options.maxTreeBytes() + " bytes")
                        .at(new SourcePosition(source, lines, 1))
                        .fix("split it, or use CSV or NDJSON, which have no such cap"));
            }
            Reader reader = new StrictUtf8Reader(new ByteArrayInputStream(bytes), source);
            StringBuilder text = new StringBuilder(bytes.length);
            char[] chunk = new char[8192];
            for (int count = reader.read(chunk); count >= 0; count = reader.read(chunk)) {
                text.append(chunk, 0, count);
            }
            return text.toString();
        }
    }

    /** What is worth knowing about the input as a whole, warnings and notes only; known before the first row is read. */
    public List<Diagnostic> findings() {
        return rows.findings();
    }

    /**
     * Whether there is another row.
     *
     * @throws UncheckedDamageException if the input turns out to be damaged
     * @throws UncheckedIOException if it cannot be read
     */
    @Override
    public boolean hasNext() {
        if (ahead == null && !ended) {
            try {
                ahead = rows.next();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (RuntimeException e) {
                throw UncheckedDamageException.unwrap(e);
            }
            ended = ahead == null;
        }
        return ahead != null;
    }

    @Override
    public InputRow next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        InputRow row = ahead;
        ahead = null;
        return row;
    }

    /** Hands every remaining row to an action; the checked form of iterating. */
    public void forEachRow(Consumer<? super InputRow> action) throws IOException, DamagedInputException {
        try {
            while (hasNext()) {
                action.accept(next());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (UncheckedDamageException e) {
            throw e.damage();
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    static DamagedInputException checked(RuntimeException failure) {
        if (UncheckedDamageException.unwrap(failure) instanceof UncheckedDamageException found) {
            return found.damage();
        }
        throw failure;
    }
}
