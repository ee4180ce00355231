package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SafeText;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.SpecField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row with more cells than columns, because a delimiter stands in a cell without quotes. Finds the cell by trying:
 * joined with its neighbour, every other cell must fit its column again. What follows that cell is then read as it was
 * meant, or not at all, so that no cell is blamed for standing in the wrong column.
 */
public final class ShiftedCells {

    private static final String RULE = "csv.too-many-cells";
    private static final String UNKNOWN_PLACE = "column ";
    private static final Pattern SEPARATED = Pattern.compile("[0-9]{1,3}([,;.][0-9]{3})+");
    /** Wider rows are not worth the trying. */
    private static final int MAX_COLUMNS = 100;

    /** Fields that nobody writes a delimiter into. */
    private static final Set<SpecField> NEVER_JOINED = EnumSet.of(
            SpecField.SOURCE_ID,
            SpecField.REGION_ID,
            SpecField.INSTANCE_ID,
            SpecField.VPC_ID,
            SpecField.V_SWITCH_ID,
            SpecField.INSTANCE_TYPE,
            SpecField.LAUNCH_TEMPLATE_ID,
            SpecField.RESOURCE_GROUP_ID,
            SpecField.LICENSE_TYPE,
            SpecField.CLIENT_TOKEN);

    private final CsvHeader header;
    private final List<String> cells;
    private final int extra;
    private final char delimiter;
    private final SourcePosition position;

    private ShiftedCells(CsvHeader header, List<String> cells, int extra, char delimiter, SourcePosition position) {
        this.header = header;
        this.cells = cells;
        this.extra = extra;
        this.delimiter = delimiter;
        this.position = position;
    }

    /** Whether the problem leaves open which columns the cells of the row belong to, so that nothing is known missing. */
    public static boolean leavesOpen(Diagnostic problem) {
        String field = problem.field();
        return problem.rule().equals(RULE) && field != null && field.startsWith(UNKNOWN_PLACE);
    }

    /** Reads a row whose cells beyond the last column are not all empty. */
    static SpecMapper.Result read(CsvHeader header, List<String> cells, char delimiter, SourcePosition position) {
        int length = cells.size();
        while (cells.get(length - 1).isEmpty()) {
            length--;
        }
        int extra = length - header.names().size();
        return new ShiftedCells(header, cells.subList(0, length), extra, delimiter, position).read();
    }

    /**
     * Reads a row whose cells beyond the last column are all empty, but whose other cells do not fit; null when it is not
     * plain that they are shifted, since spreadsheets leave empty cells behind: the cell after the delimiter begins with
     * a space, as in prose.
     *
     * @param extra how many cells the row has more than the header
     */
    static SpecMapper.@Nullable Result readHidden(
            CsvHeader header, List<String> cells, int extra, char delimiter, SourcePosition position) {
        ShiftedCells shifted = new ShiftedCells(header, cells, extra, delimiter, position);
        List<Integer> places = shifted.places();
        boolean plain = places.size() == 1 && cells.get(places.get(0) + 1).startsWith(" ");
        return plain ? shifted.joinedAt(places.get(0)) : null;
    }

    private SpecMapper.Result read() {
        List<Integer> places = places();
        if (places.size() == 1) {
            return joinedAt(places.get(0));
        }
        String advice = "put quotes around the cell that holds the delimiter";
        int sure;
        if (places.isEmpty()) {
            sure = firstMisfit();
            advice += sure < header.names().size()
                    ? "; it stands in or before column " + header.names().get(sure)
                            + ", the first whose cell does not fit"
                    : "";
        } else {
            sure = places.get(0);
            advice += ", in column "
                    + String.join(
                            " or ", places.stream().map(header.names()::get).toList());
        }
        SpecMapper.Result before =
                map(cells.subList(0, Math.min(sure, header.names().size())));
        before.problems()
                .add(problem(UNKNOWN_PLACE + (header.names().size() + 1)).fix(advice));
        return before;
    }

    private SpecMapper.Result joinedAt(int place) {
        SpecMapper.Result joined = map(joined(place));
        String column = header.names().get(place);
        joined.problems()
                .add(problem(column)
                        .fix("from column " + column + " on, the cells are shifted; put quotes around the cell that "
                                + "holds the delimiter: \""
                                + SafeText.excerpt(joined(place).get(place)) + '"'));
        return joined;
    }

    /** The columns whose cell, joined with what follows it, makes all others fit. */
    private List<Integer> places() {
        List<Integer> places = new ArrayList<>();
        int width = header.names().size();
        for (int i = 0; i < width && width <= MAX_COLUMNS && cells.size() <= 2 * MAX_COLUMNS; i++) {
            boolean possible = !(header.columns().get(i) instanceof CsvColumn.Single single)
                    || !NEVER_JOINED.contains(single.field());
            if (possible && map(withNumber(joined(i), i)).problems().isEmpty()) {
                places.add(i);
            }
        }
        return places;
    }

    /** A number that was written with separators, {@code 1,024}, is still a number for the search. */
    private static List<String> withNumber(List<String> joined, int place) {
        if (SEPARATED.matcher(joined.get(place)).matches()) {
            joined.set(place, joined.get(place).replaceAll("[^0-9]", ""));
        }
        return joined;
    }

    private int firstMisfit() {
        int width = header.names().size();
        for (int i = 0; i < width && width <= MAX_COLUMNS; i++) {
            if (!map(cells.subList(0, i + 1)).problems().isEmpty()) {
                return i;
            }
        }
        return width;
    }

    private List<String> joined(int place) {
        List<String> joined = new ArrayList<>(cells.subList(0, place));
        joined.add(String.join(String.valueOf(delimiter), cells.subList(place, place + extra + 1)));
        joined.addAll(cells.subList(place + extra + 1, cells.size()));
        return joined;
    }

    private SpecMapper.Result map(List<String> some) {
        return CsvRowMapper.read(header.names(), header.columns(), some, position);
    }

    private Diagnostic problem(String field) {
        return Diagnostic.error(RULE, "More cells than columns")
                .at(position)
                .in(field)
                .got(Integer.toString(cells.size()))
                .expected(header.names().size() + ", as many as columns");
    }
}
