package io.camelsmc.spec.read;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What the codes of problems mean that are found while reading, before any rule looks at a value. */
public final class ReadProblems {

    private static final Map<String, String> TEXTS = new TreeMap<>(Map.ofEntries(
            Map.entry("cell.data-disks", "data_disks is a list of index:size in GiB, such as 1:100;2:500"),
            Map.entry("cell.invisible", "a character that cannot be seen stands in a value; type the value again"),
            Map.entry("cell.no-break-space", "a no-break space stands in a value; type an ordinary one or none"),
            Map.entry("cell.smart-quotes", "typographic quotes stand in a value; use straight ones or none"),
            Map.entry("cell.spaces", "spaces stand around a value; nothing is trimmed silently"),
            Map.entry("cell.tags", "tags is a list of key=value, such as app=shop;env=prod; or use columns tag:KEY"),
            Map.entry("csv.duplicate-column", "two columns mean the same; the second could contradict the first"),
            Map.entry("csv.missing-column", "a sheet needs the column source_id or source_name"),
            Map.entry("csv.sep", "a first line sep= names the delimiter: comma, semicolon or tab"),
            Map.entry("csv.syntax", "the file is not CSV"),
            Map.entry("csv.text-after-quote", "text follows a closing quote; a quote inside a cell is written twice"),
            Map.entry("csv.too-few-cells", "a row has fewer cells than there are columns"),
            Map.entry(
                    "csv.too-many-cells", "a row has more cells than columns; quote the cell that holds the delimiter"),
            Map.entry("csv.two-forms", "a value is given in its short column and in dotted columns at once"),
            Map.entry("csv.unclosed-quote", "a quote is opened and never closed, so the rest of the file is one cell"),
            Map.entry("csv.unknown-column", "a column is not known; a name that begins with _ is ignored"),
            Map.entry("csv.unnamed-column", "a column between others has no name"),
            Map.entry("defaults.field", "a field that only one row can have stands in a file of defaults"),
            Map.entry("defaults.shape", "a file of defaults has the parts global, waves and templates"),
            Map.entry("defaults.template", "a row names a template that the file of defaults does not have"),
            Map.entry("defaults.wave", "a wave is spelt one way in the rows and another way in the file of defaults"),
            Map.entry(
                    "export.lossy",
                    "a value cannot be written into a sheet without a change; keep it in YAML or NDJSON"),
            Map.entry("extra.known", "a parameter under extra has a field of its own, which is checked"),
            Map.entry("extra.name", "a name under extra is not the name of a parameter"),
            Map.entry("extra.reserved", "a name under extra would change whose call it is, or which"),
            Map.entry("field.duplicate", "a field is given twice, perhaps in two spellings"),
            Map.entry("field.unknown", "a field is not known; a new parameter of the API goes under extra"),
            Map.entry("file.empty", "there is nothing in the file"),
            Map.entry("file.encoding", "the file is not UTF-8; save it as CSV UTF-8"),
            Map.entry("file.field-cap", "a value is longer than any value can be, as after a missing quote"),
            Map.entry(
                    "file.kind",
                    "the file is something else than a sheet of ours, such as a workbook of another form or an archive"),
            Map.entry("file.record-cap", "a row is longer than any row can be, as without line ends"),
            Map.entry(
                    "file.size-cap", "a YAML or JSON file or a workbook is too large; CSV and NDJSON have no such cap"),
            Map.entry(
                    "foreign.inventory",
                    "the sheet lists servers and does not say which of them to migrate; source_name takes their names"),
            Map.entry("foreign.sheet", "the sheet is one of another migration tool; what it means here was read"),
            Map.entry(
                    "foreign.target-size",
                    "another tool's size of the target was dropped; SMC's InstanceType is the intermediate machine"),
            Map.entry("foreign.value", "a value of another tool has no meaning here and was dropped"),
            Map.entry("json.syntax", "the file is not JSON"),
            Map.entry("json.trailing", "text follows the JSON value"),
            Map.entry(
                    "row.parked",
                    "a column of another tool does not say that the server is to move; the row is left out"),
            Map.entry(
                    "row.problem",
                    "the row came as JSON and carries a problem that was found before, without its rule"),
            Map.entry("shape.too-many", "a list has more entries than it can have"),
            Map.entry("shape.wrong", "an object, a list or a single value stands where another of them belongs"),
            Map.entry("spec.count", "there is not exactly one job where one is wanted"),
            Map.entry(
                    "time.relative",
                    "a relative time such as +3d counts from the start of the wave, which is not given"),
            Map.entry("value.boolean", "a value is neither true nor false"),
            Map.entry("value.integer", "a value is not a whole number in plain digits"),
            Map.entry("value.target-type", "a target type is Image, ContainerImage or TargetInstance"),
            Map.entry("value.text", "a number or truth value stands where a text belongs"),
            Map.entry(
                    "value.time",
                    "a time is written in UTC as 2026-06-04T13:35:00Z, with an offset, or relative to the wave as +3d"),
            Map.entry("wave.shape", "a wave file has wave, start, defaults and jobs"),
            Map.entry("xlsx.date", "a cell is a date where none belongs; a spreadsheet may have made it out of text"),
            Map.entry("xlsx.error-value", "a formula of the workbook failed, as #N/A says"),
            Map.entry("xlsx.formula", "the workbook does not hold the result of a formula"),
            Map.entry("xlsx.library", "the optional library org.dhatim:fastexcel-reader reads workbooks"),
            Map.entry("xlsx.long-number", "a number has more digits than a spreadsheet keeps; format the cell as text"),
            Map.entry("xlsx.merged", "a cell is merged with others, so its value stands in the first of them only"),
            Map.entry("xlsx.sheet", "of a workbook one sheet is read, the first that is not hidden or the one named"),
            Map.entry("xlsx.syntax", "the file is a workbook that cannot be read"),
            Map.entry("yaml.alias", "a YAML alias names nothing"),
            Map.entry("yaml.aliases", "too many YAML aliases; put common values under defaults"),
            Map.entry("yaml.depth", "YAML is nested too deep"),
            Map.entry("yaml.documents", "a file holds more than one YAML document"),
            Map.entry("yaml.duplicate", "a name stands twice in one YAML object"),
            Map.entry("yaml.key", "a name in YAML is not a plain word"),
            Map.entry("yaml.merge", "YAML merge keys are not supported; put common values under defaults"),
            Map.entry("yaml.syntax", "the file is not YAML"),
            Map.entry("yaml.tag", "YAML tags are not allowed")));

    private ReadProblems() {}

    /** The meaning of each code, by code in alphabetical order. */
    public static Map<String, String> all() {
        return Collections.unmodifiableMap(TEXTS);
    }
}
