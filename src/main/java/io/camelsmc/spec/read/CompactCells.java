package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.OddCharacter;
import io.camelsmc.spec.read.Node.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cells that hold a list: {@code 1:100;2:500} and {@code k=v;k=v}. */
final class CompactCells {

    /** Several disks, separated by something else than semicolons. */
    private static final Pattern LISTED = Pattern.compile("[0-9]+:[0-9]+([,，；|/ ]+[0-9]+:[0-9]+)+");

    private CompactCells() {}

    /** Data disks in their generic form. */
    static List<Object> dataDisks(String cell, Consumer<Diagnostic> problems) {
        List<Object> disks = new ArrayList<>();
        for (String entry : cell.split(";", 0)) {
            int colon = entry.indexOf(':');
            if (colon < 0) {
                problems.accept(Diagnostic.error("cell.data-disks", "Not a list of data disks")
                        .got(entry)
                        .expected("index:size in GiB, such as 1:100;2:500")
                        .fix(OddCharacter.fix(entry, entry.indexOf('=') > 0 ? "write : instead of =" : null)));
                continue;
            }
            if (LISTED.matcher(entry).matches()) {
                problems.accept(Diagnostic.error("cell.data-disks", "Not a list of data disks")
                        .got(entry)
                        .expected("index:size in GiB, such as 1:100;2:500")
                        .fix("separate the disks by semicolons: " + entry.replaceAll("[,，；|/ ]+", ";")));
                continue;
            }
            Object index = number(entry.substring(0, colon), problems);
            Object size = number(entry.substring(colon + 1), problems);
            if (index != null && size != null) {
                disks.add(Map.of("index", index, "size", size));
            }
        }
        return disks;
    }

    /** Tags in their generic form. */
    static List<Object> tags(String cell, Consumer<Diagnostic> problems) {
        List<Object> tags = new ArrayList<>();
        for (String entry : cell.split(";", 0)) {
            int equals = entry.indexOf('=');
            if (equals < 1) {
                problems.accept(Diagnostic.error("cell.tags", "Not a list of tags")
                        .got(entry)
                        .expected("key=value, such as app=shop;env=prod")
                        .fix(OddCharacter.fix(entry, tagFix(entry))));
                continue;
            }
            Object key = text(entry.substring(0, equals), problems);
            Object value = text(entry.substring(equals + 1), problems);
            if (key != null && value != null) {
                tags.add(Map.of("key", key, "value", value));
            }
        }
        return tags;
    }

    private static String tagFix(String entry) {
        return entry.indexOf(':') > 0 && entry.indexOf('=') < 0
                ? "write = instead of :"
                : "give a tag whose key or value holds = or ; in a column tag:KEY";
    }

    private static @Nullable Object number(String text, Consumer<Diagnostic> problems) {
        return ValueReader.read(ValueType.INTEGER, text, Style.CELL, false, problems);
    }

    private static @Nullable Object text(String text, Consumer<Diagnostic> problems) {
        return ValueReader.read(ValueType.TEXT, text, Style.CELL, true, problems);
    }
}
