package io.camelsmc.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.run.FindingSink;
import io.camelsmc.run.ValidateCounts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Writes findings as one JSON object: every finding as it is found, then the counts. Values are raw, not shortened. */
public final class JsonFindings implements FindingSink {

    private final PrintWriter out;
    private final ToIntFunction<ValidateCounts> exitCode;
    private final JsonGenerator json;

    /**
     * Begins the object.
     *
     * @param exitCode the exit code that the counts amount to
     */
    public JsonFindings(PrintWriter out, ToIntFunction<ValidateCounts> exitCode) {
        this.out = out;
        this.exitCode = exitCode;
        try {
            json = new JsonFactory().createGenerator(out);
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeNumberField("format_version", 1);
            json.writeArrayFieldStart("findings");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void add(Diagnostic finding) {
        try {
            json.writeStartObject();
            json.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
            json.writeStringField("code", finding.rule());
            SourcePosition position = finding.position();
            if (position != null) {
                json.writeStringField("file", position.source());
                number("line", position.line());
                number("column", position.column());
            }
            text("address", finding.address());
            text("field", finding.field());
            text("summary", finding.summary());
            text("got", finding.got());
            text("expected", finding.expected());
            text("fix", finding.fix());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void end(ValidateCounts counts) {
        try {
            json.writeEndArray();
            json.writeNumberField("files", counts.files);
            json.writeNumberField("damaged_files", counts.damagedFiles);
            json.writeNumberField("rows", counts.rows);
            json.writeNumberField("good", counts.good());
            json.writeNumberField("invalid", counts.invalid);
            json.writeNumberField("refused", counts.refusedRows);
            json.writeNumberField("parked", counts.parked);
            json.writeNumberField("warned", counts.warned);
            json.writeNumberField("errors", counts.errors);
            json.writeNumberField("warnings", counts.warnings);
            json.writeNumberField("exit_code", exitCode.applyAsInt(counts));
            json.writeEndObject();
            json.flush();
            out.println();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void number(String name, int value) throws IOException {
        if (value > 0) {
            json.writeNumberField(name, value);
        }
    }

    private void text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
