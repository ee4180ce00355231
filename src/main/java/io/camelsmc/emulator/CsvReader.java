package io.camelsmc.emulator;

import java.util.ArrayList;
import java.util.List;

/** Splits comma-separated text with quoted cells, doubled quotes and line ends inside quotes. */
final class CsvReader {

    private final String text;
    private int at;

    private CsvReader(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The rows that are not blank. */
    static List<List<String>> rows(String text) {
        CsvReader reader = new CsvReader(text);
        List<List<String>> rows = new ArrayList<>();
        while (reader.at < reader.text.length()) {
            List<String> row = reader.row();
            if (row.size() > 1 || !row.get(0).isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            cells.add(cell());
        }
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        return cells;
    }

    private String cell() {
        StringBuilder cell = new StringBuilder();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        at += quoted ? 1 : 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' && quoted) {
                at++;
                if (at >= text.length() || text.charAt(at) != '"') {
                    quoted = false;
                    continue;
                }
            } else if (!quoted && (c == ',' || c == '\n' || c == '\r')) {
                break;
            }
            cell.append(c);
            at++;
        }
        return cell.toString();
    }
}
