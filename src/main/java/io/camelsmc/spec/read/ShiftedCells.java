package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SafeText;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.SpecField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A row with more cells than columns, because a delimiter stands in a cell without quotes. Finds the cell by trying:
 * joined with its neighbour, every other cell must fit its column again. What follows that cell is then read as it was
 * meant, or not at all, so that no cell is blamed for standing in the wrong column.
 */
public final class ShiftedCells {

    private static final String RULE = "csv.too-many-cells";
    private static final String UNKNOWN_PLACE = "column ";
    /** Wider rows are not worth the trying. */
    private static final int MAX_COLUMNS = 200;

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
    private final char delimiter;
    private final SourcePosition position;

    private ShiftedCells(CsvHeader header, List<String> cells, char delimiter, SourcePosition position) {
        this.header = header;
        this.cells = cells;
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
        return new ShiftedCells(header, cells.subList(0, length), delimiter, position).read();
    }

    private SpecMapper.Result read() {
        List<Integer> places = places();
        if (places.size() == 1) {
            int place = places.get(0);
            SpecMapper.Result joined = map(joined(place));
            String column = header.names().get(place);
            joined.problems()
                    .add(problem(column)
                            .fix("from column " + column + " on, the cells are shifted; put quotes around the cell that "
                                    + "holds the delimiter: \"" + SafeText.excerpt(joined(place).get(place)) + '"'));
            return joined;
        }
        String advice = "put quotes around the cell that holds the delimiter";
        int sure;
        if (places.isEmpty()) {
            sure = firstMisfit();
            advice += sure < header.names().size()
                    ? "; it stands in or before column " + header.names().get(sure) + ", the first whose cell does not fit"
                    : "";
        } else {
            sure = places.get(0);
            advice += ", in column "
                    + String.join(" or ", places.stream().map(header.names()::get).toList());
        }
        SpecMapper.Result before = map(cells.subList(0, Math.min(sure, header.names().size())));
        before.problems().add(problem(UNKNOWN_PLACE + (header.names().size() + 1)).fix(advice));
        return before;
    }

    /** The columns whose cell, joined with what follows it, makes all others fit. */
    private List<Integer> places() {
        List<Integer> places = new ArrayList<>();
        int width = header.names().size();
        for (int i = 0; i < width && width <= MAX_COLUMNS && cells.size() <= 2 * MAX_COLUMNS; i++) {
            boolean possible = !(header.columns().get(i) instanceof CsvColumn.Single single)
                    || !NEVER_JOINED.contains(single.field());
            if (possible && map(joined(i)).problems().isEmpty()) {
                places.add(i);
            }
        }
        return places;
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
        int extra = cells.size() - header.names().size();
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
