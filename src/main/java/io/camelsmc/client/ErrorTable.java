package io.camelsmc.client;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every error code means and which exception it becomes. The one place that knows; documentation and
 * {@code explain} print it. Immutable.
 *
 * <p>A code is looked up exactly, then by prefix and suffix in table order, then by HTTP status. The message text never
 * decides anything.
 */
public final class ErrorTable {

    private static final String RESOURCE = "errors.json";
    private static final ErrorTable STANDARD = load();

    private final List<ErrorEntry> entries;

    private ErrorTable(List<ErrorEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The table of Server Migration Center 2019-06-01. */
    public static ErrorTable standard() {
        return STANDARD;
    }

    /** Every line, in table order. */
    public List<ErrorEntry> entries() {
        return entries;
    }

    /** The line of exactly this code. */
    public Optional<ErrorEntry> exact(String code) {
        return entries.stream()
                .filter(entry -> entry.match() == ErrorEntry.Match.EXACT && entry.catches(code))
                .findFirst();
    }

    /**
     * The line that decides for a failed call. Total: what nothing else catches is refused below 500 and in doubt from
     * there on. A mere prefix or suffix does not make a 5xx harmless; only throttling does.
     *
     * @param code error code; null when the answer named none
     * @param httpStatus status, 0 when unknown
     */
    public ErrorEntry lookup(@Nullable String code, int httpStatus) {
        if (code == null) {
            return byStatus(httpStatus);
        }
        return exact(code).or(() -> pattern(code, httpStatus)).orElseGet(() -> byStatus(httpStatus));
    }

    private Optional<ErrorEntry> pattern(String code, int httpStatus) {
        return entries.stream()
                .filter(entry -> entry.match() != ErrorEntry.Match.EXACT && entry.catches(code))
                .findFirst()
                .filter(entry -> httpStatus < 500 || entry.errorClass() == ErrorClass.THROTTLED);
    }

    private ErrorEntry byStatus(int httpStatus) {
        String status = Integer.toString(httpStatus);
        String family = httpStatus >= 400 && httpStatus < 500 ? "4xx" : "5xx";
        return status(status).or(() -> status(family)).orElseThrow();
    }

    private Optional<ErrorEntry> status(String status) {
        return entries.stream()
                .filter(entry ->
                        entry.match() == ErrorEntry.Match.STATUS && entry.code().equals(status))
                .findFirst();
    }

    private static ErrorTable load() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
        try (InputStream in = ErrorTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the jar");
            }
            return new ErrorTable(mapper.readValue(in, new TypeReference<List<ErrorEntry>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }
}
