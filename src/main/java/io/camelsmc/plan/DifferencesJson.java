package io.camelsmc.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import io.camelsmc.job.JobDifference;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of JSON that plans and comparisons share. */
public final class DifferencesJson {

    private DifferencesJson() {}

    /**
     * Writes an array of differences.
     *
     * @param wanted what the value of the row or the journal is called
     * @param found what the value of the job is called
     */
    public static void write(List<JobDifference> differences, String wanted, String found, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart("differences");
        for (JobDifference difference : differences) {
            json.writeStartObject();
            json.writeStringField("field", difference.field().specName());
            json.writeStringField(wanted, difference.wanted());
            json.writeStringField(found, difference.found());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes a text, or nothing for null. */
    public static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
