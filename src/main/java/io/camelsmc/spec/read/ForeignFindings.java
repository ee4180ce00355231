package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says once what became of the columns of another tool. */
final class ForeignFindings {

    private static final String TO_ADD =
            "give region, target_type, image_name, system_disk_size, net_mode and vswitch_id "
                    + "in the rows or in defaults.yaml";

    private ForeignFindings() {}

    /** An inventory is no consent to migrate all that it lists, so its names are not taken without being asked for. */
    static Diagnostic inventory(ForeignSheet sheet, List<String> header) {
        String column = sheet.serverName(header);
        String name = column == null
                ? "add a column source_name with the name of each server"
                : column + " holds the server's name: rename it to source_name, or copy it into a column of that name";
        return Diagnostic.error(
                        "foreign.inventory",
                        "This is " + sheet.label() + ", which lists servers but does not say which of them to migrate")
                .in(column)
                .fix(name + "; keep the rows that are to move, and " + TO_ADD);
    }

    /** What to do when no column says which server is meant. */
    static Diagnostic missingSource(@Nullable ForeignSheet sheet) {
        String theirs = sheet == null || sheet.usualName() == null
                ? ""
                : "; in a sheet of " + sheet.label() + " the column " + sheet.usualName() + " does";
        return Diagnostic.error("csv.missing-column", "The column source_id is missing")
                .fix("the first line must name the columns; add source_id, or source_name to have it looked up"
                        + theirs);
    }

    /** What is worth knowing about the columns of the sheet. */
    static List<Diagnostic> of(ForeignSheet sheet, List<CsvColumn> columns, SourcePosition position) {
        List<String> names = new ArrayList<>();
        List<String> gates = new ArrayList<>();
        Map<String, List<CsvColumn.Tag>> tags = new LinkedHashMap<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (CsvColumn column : columns) {
            if (column instanceof CsvColumn.Dropped dropped && dropped.targetSize()) {
                findings.add(Diagnostic.warning(
                                "foreign.target-size", "The size of the target in the other tool was dropped")
                        .at(position)
                        .in(dropped.name())
                        .fix("choose the size when the image is launched; instance_type is the intermediate machine"));
            } else if (column instanceof CsvColumn.Dropped dropped) {
                names.add(dropped.name());
            } else if (column instanceof CsvColumn.Consent consent) {
                gates.add(consent.name());
            } else if (column instanceof CsvColumn.Tag tag) {
                tags.computeIfAbsent(tag.key(), key -> new ArrayList<>()).add(tag);
            }
        }
        List<String> shared = tags.entrySet().stream()
                .filter(tag -> tag.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
        String summary = "Read as a sheet of " + sheet.label()
                + (gates.isEmpty() ? "" : "; rows are parked unless the server is to move: " + String.join(", ", gates))
                + (shared.isEmpty()
                        ? ""
                        : "; of tags at several levels the nearest wins (server, application, wave): "
                                + String.join(", ", shared))
                + (names.isEmpty() ? "" : "; columns dropped: " + String.join(", ", names));
        findings.add(0, Diagnostic.info("foreign.sheet", summary).at(position));
        return findings;
    }
}
