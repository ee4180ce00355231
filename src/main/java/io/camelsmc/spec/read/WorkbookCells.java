package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.SpecField;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * Turns the cells of a workbook into the texts that a CSV file would hold: 80 where the workbook has 80.0, all digits of
 * a long number, the stored result of a formula. What has no such text gets a problem beside it.
 */
final class WorkbookCells {

    /** Numbers keep 15 digits in a spreadsheet; whatever was typed after them is gone. */
    private static final double EXACT = 1e15;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final LocalDateTime EPOCH_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
    private static final double LATEST_DATE = 2_958_466;
    private static final Pattern ERROR = Pattern.compile("#[A-Z][A-Z0-9/_]*[!?]?");
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** Quoted text, colours and conditions in square brackets, escaped characters and fillers say nothing of dates. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[(?![hms]+\\])[^\\]]*\\]|\\\\.|_.|\\*.");

    private final boolean from1904;

    WorkbookCells(boolean from1904) {
        this.from1904 = from1904;
    }

    /**
     * One row as texts.
     *
     * @param number its number in the sheet
     * @param cells the texts; none after the last that is not empty
     * @param faults what is wrong with cells, by number of the column from 0
     * @param dates columns whose cells are dates, which are right for times only
     */
    record Line(int number, List<String> cells, Map<Integer, Diagnostic> faults, Map<Integer, Diagnostic> dates) {}

    Line line(Row row) {
        List<String> cells = new ArrayList<>();
        Map<Integer, Diagnostic> faults = new HashMap<>();
        Map<Integer, Diagnostic> dates = new HashMap<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getOptionalCell(i).orElse(null);
            String text = cell == null ? "" : text(cell, i, faults, dates);
            if (!text.isEmpty() || faults.containsKey(i)) {
                while (cells.size() < i) {
                    cells.add("");
                }
                cells.add(text);
            }
        }
        return new Line(row.getRowNum(), cells, faults, dates);
    }

    private String text(Cell cell, int column, Map<Integer, Diagnostic> faults, Map<Integer, Diagnostic> dates) {
        Object value = cell.getValue();
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        if (value == null) {
            // A formula that may yield an empty text has a result when it is empty; any other was never calculated.
            String formula = cell.getType() == CellType.FORMULA ? cell.getFormula() : null;
            if (formula != null && !formula.contains("\"\"")) {
                faults.put(
                        column,
                        Diagnostic.error("xlsx.formula", "A formula whose result the workbook does not hold")
                                .got("=" + formula)
                                .fix("open the workbook in the spreadsheet and save it again, or write the value"));
            }
            return cell.getType() == CellType.ERROR ? error(raw, column, faults) : "";
        }
        if (cell.getType() == CellType.ERROR
                || (cell.getType() == CellType.FORMULA && ERROR.matcher(raw).matches())) {
            return error(raw, column, faults);
        }
        if (value instanceof Boolean flag) {
            return flag ? "true" : "false";
        }
        return value instanceof BigDecimal
                ? number(cell, raw, column, faults, dates)
                : ESCAPED.matcher(raw).replaceAll(WorkbookCells::unescaped);
    }

    private static String unescaped(MatchResult escape) {
        return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
    }

    private static String error(String raw, int column, Map<Integer, Diagnostic> faults) {
        faults.put(
                column,
                Diagnostic.error("xlsx.error-value", "A formula that failed")
                        .got(raw)
                        .fix("correct the formula, or write the value"));
        return raw;
    }

    private String number(
            Cell cell, String raw, int column, Map<Integer, Diagnostic> faults, Map<Integer, Diagnostic> dates) {
        double value = Double.parseDouble(raw);
        if (isDate(cell) && value >= 0 && value < LATEST_DATE) {
            String time = TIME.format(
                    (from1904 ? EPOCH_1904 : SpreadsheetTime.EPOCH).plusSeconds(Math.round(value * 86_400)));
            dates.put(
                    column,
                    Diagnostic.error(
                                    "xlsx.date",
                                    "A date where none belongs; the spreadsheet may have made it out of text")
                            .got(time)
                            .fix("format the cell as text and type the value again"));
            return time;
        }
        if (Double.isInfinite(value) || Math.abs(value) >= EXACT * 1e5) {
            return longNumber(raw, column, faults);
        }
        String digits =
                new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        return Math.abs(value) >= EXACT ? longNumber(digits, column, faults) : digits;
    }

    private static String longNumber(String digits, int column, Map<Integer, Diagnostic> faults) {
        faults.put(
                column,
                Diagnostic.error("xlsx.long-number", "A number of more than 15 digits, of which a spreadsheet keeps 15")
                        .got(digits)
                        .fix("format the cell as text and type the value again"));
        return digits;
    }

    /** Number formats 14 to 22 and 45 to 47 are dates and times, in the countries of East Asia 27 to 36 and 50 to 58 too. */
    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id == null) {
            return false;
        }
        if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) {
            return true;
        }
        String format = cell.getDataFormatString();
        return id >= 50 && format != null && isDate(format);
    }

    private static boolean isDate(String format) {
        String plain = LITERAL.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return !plain.contains("general") && plain.chars().anyMatch(c -> "ymdhs年月日".indexOf(c) >= 0);
    }

    /** A fault that matters for a column; null when the column is for people, or takes what is there. */
    static @Nullable Diagnostic fault(Line line, int index, CsvColumn column) {
        boolean unread = column instanceof CsvColumn.Ignored
                || column instanceof CsvColumn.Dropped
                || (column instanceof CsvColumn.Single note && note.field() == SpecField.NOTES);
        if (unread) {
            return null;
        }
        boolean time = column instanceof CsvColumn.Single single && single.type() == ValueType.TIME;
        Diagnostic date = time ? null : line.dates().get(index);
        return date == null ? line.faults().get(index) : date;
    }
}
