package io.camelsmc.spec.read;

/**
 * Keeps a spreadsheet from running a cell as a formula: an apostrophe goes before every cell that begins with a formula
 * sign, and before every cell that begins with an apostrophe, so that taking it off again restores each cell exactly.
 */
public final class FormulaGuard {

    private static final String SIGNS = "=+-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20";

    private FormulaGuard() {}

    /** The cell as it goes into a report. */
    public static String neutralise(String cell) {
        return !cell.isEmpty() && SIGNS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /** The cell as it was before {@link #neutralise}. */
    public static String restore(String cell) {
        boolean guarded = cell.length() > 1 && cell.charAt(0) == '\'' && SIGNS.indexOf(cell.charAt(1)) >= 0;
        return guarded ? cell.substring(1) : cell;
    }
}
