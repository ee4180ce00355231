package io.camelsmc.spec.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.SpecField;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;

/**
 * Writes rows of YAML, JSON and NDJSON that were set aside as an NDJSON file that can be corrected and dropped back in:
 * each line holds one row as it was written, with what its file and the defaults say for it, then {@code _error_code}, {@code
 * _field}, {@code _message}, {@code _fix}, {@code _retryable} and {@code _line}. A row that is no object stands in {@code
 * _row}.
 */
public final class RejectedJsonWriter implements RejectedWriter {

    private final Writer target;
    private final JsonGenerator json;

    public RejectedJsonWriter(Writer target) throws IOException {
        this.target = target;
        this.json = new JsonFactory().createGenerator(target);
        json.setPrettyPrinter(new MinimalPrettyPrinter(""));
        json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    }

    /**
     * Writes one row.
     *
     * @param problems why it was set aside, at least one
     * @param retryable whether the same row may succeed later without a change
     */
    @Override
    public void write(InputRow row, List<Diagnostic> problems, boolean retryable) throws IOException {
        json.writeStartObject();
        RowTree tree = row.raw().tree();
        if (tree != null && tree.isWritable()) {
            Set<SpecField> written = tree.write(json, row.known());
            for (SpecField field : row.known().fields()) {
                if (row.values().inherited().containsKey(field) && written.add(field)) {
                    SpecJson.write(json, field, row.known().get(field));
                }
            }
        } else if (row.raw().text() != null) {
            json.writeStringField("_row", row.raw().text());
        }
        RejectedNote note = RejectedNote.of(problems);
        json.writeStringField(RejectedColumns.ERROR_CODE, note.code());
        json.writeStringField("_field", note.field());
        json.writeStringField("_message", note.message());
        json.writeStringField("_fix", note.fix());
        json.writeBooleanField("_retryable", retryable);
        json.writeNumberField("_line", row.position().line());
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        json.close();
        target.close();
    }
}
