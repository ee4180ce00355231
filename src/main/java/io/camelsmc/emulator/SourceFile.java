package io.camelsmc.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the source servers out of a wave file: CSV, a JSON list or wave, or JSON lines. */
final class SourceFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DISK = Pattern.compile("\\b(\\d{1,2}) *: *(\\d{1,5})\\b");

    private SourceFile() {}

    static List<EmulatedSource> read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        String start = text.strip();
        try {
            Map<String, EmulatedSource> sources = new LinkedHashMap<>();
            if (start.startsWith("[") || start.startsWith("{")) {
                readJson(start, sources);
            } else {
                readCsv(file, text, sources);
            }
            return checked(file, sources.values());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ": not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static List<EmulatedSource> checked(Path file, Collection<EmulatedSource> sources) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException(
                    file + ": no source servers; expected a column or field named source_id or SourceId");
        }
        return List.copyOf(sources);
    }

    private static void readJson(String text, Map<String, EmulatedSource> sources) throws IOException {
        try (MappingIterator<JsonNode> documents =
                JSON.readerFor(JsonNode.class).readValues(text)) {
            while (documents.hasNextValue()) {
                JsonNode document = documents.nextValue();
                JsonNode jobs = document.path("jobs").isArray() ? document.path("jobs") : document;
                Iterable<JsonNode> specs = jobs.isArray() ? jobs : List.of(jobs);
                for (JsonNode spec : specs) {
                    add(sources, text(spec, "sourceid"), text(spec, "name"), disks(spec));
                }
            }
        }
    }

    private static String text(JsonNode spec, String plainName) {
        return spec.properties().stream()
                .filter(field -> plain(field.getKey()).equals(plainName))
                .map(field -> field.getValue().asText())
                .findFirst()
                .orElse("");
    }

    private static void readCsv(Path file, String text, Map<String, EmulatedSource> sources) {
        List<List<String>> rows = CsvReader.rows(text);
        List<String> header = rows.isEmpty()
                ? List.of()
                : rows.get(0).stream().map(SourceFile::plain).toList();
        int id = header.indexOf("sourceid");
        if (id < 0) {
            throw new IllegalArgumentException(file + ": no column named source_id or SourceId in the first line");
        }
        int name = header.indexOf("name");
        int disks = header.indexOf("datadisks");
        for (List<String> row : rows.subList(1, rows.size())) {
            add(sources, cell(row, id), cell(row, name), disks(cell(row, disks)));
        }
    }

    private static String cell(List<String> row, int column) {
        return column >= 0 && column < row.size() ? row.get(column).strip() : "";
    }

    /** A malformed id stays out, so that the service refuses it as unknown. */
    private static void add(Map<String, EmulatedSource> sources, String id, String name, List<EmulatedDisk> disks) {
        if (SourceRegistry.wellFormed(id)) {
            EmulatedSource source = EmulatedSource.available(id, name.isEmpty() ? id : name);
            sources.putIfAbsent(id, source.withDataDisks(disks).learning());
        }
    }

    /** The short form of a sheet, such as {@code 1:100;2:500}: index and size in GiB. */
    private static List<EmulatedDisk> disks(String cell) {
        List<EmulatedDisk> disks = new ArrayList<>();
        for (Matcher disk = DISK.matcher(cell); disk.find(); ) {
            disks.add(EmulatedDisk.data(Integer.parseInt(disk.group(1)), Integer.parseInt(disk.group(2))));
        }
        return disks;
    }

    private static List<EmulatedDisk> disks(JsonNode spec) {
        StringBuilder cell = new StringBuilder();
        for (JsonNode disk : spec.path("dataDisk").isArray() ? spec.path("dataDisk") : spec.path("DataDisk")) {
            cell.append(text(disk, "index"))
                    .append(':')
                    .append(text(disk, "size"))
                    .append(';');
        }
        return disks(cell.toString());
    }

    private static String plain(String name) {
        return name.strip().replace("_", "").toLowerCase(Locale.ROOT);
    }
}
