package io.camelsmc.spec.read;

import java.util.Locale;
import java.util.Optional;

/** The forms of input that are read. */
public enum InputFormat {
    CSV,
    YAML,
    JSON,
    /** One JSON object a line. */
    NDJSON,
    /** An Excel workbook, of which one sheet is read. */
    XLSX;

    /** Whether the form is a table with a line of column names. */
    public boolean isSheet() {
        return this == CSV || this == XLSX;
    }

    /** The format that the ending of a file name stands for; empty when the name does not tell. */
    public static Optional<InputFormat> of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "csv", "tsv" -> Optional.of(CSV);
            case "yaml", "yml" -> Optional.of(YAML);
            case "json" -> Optional.of(JSON);
            case "ndjson", "jsonl" -> Optional.of(NDJSON);
            case "xlsx", "xlsm" -> Optional.of(XLSX);
            default -> Optional.empty();
        };
    }

    /**
     * The format that the beginning of a text looks like. Braces mean JSON (one object a line means NDJSON), a first
     * line of names between delimiters means CSV, anything else is YAML.
     */
    public static InputFormat sniff(String text) {
        String head = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String trimmed = head.stripLeading();
        if (trimmed.startsWith("{")) {
            return manyObjects(trimmed) ? NDJSON : JSON;
        }
        if (trimmed.startsWith("[")) {
            return JSON;
        }
        String first = firstLine(trimmed);
        if (first.toLowerCase(Locale.ROOT).startsWith("sep=")) {
            return CSV;
        }
        boolean yaml = first.startsWith("-") || first.startsWith("#") || first.startsWith("%") || first.contains(": ");
        boolean columns = first.indexOf(',') > 0 || first.indexOf(';') > 0 || first.indexOf('\t') > 0;
        return columns && !yaml && !first.endsWith(":") ? CSV : YAML;
    }

    private static boolean manyObjects(String text) {
        String first = firstLine(text);
        String rest = text.substring(first.length()).stripLeading();
        return first.stripTrailing().endsWith("}") && rest.startsWith("{");
    }

    private static String firstLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                return text.substring(0, i);
            }
        }
        return text;
    }
}
