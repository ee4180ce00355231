package io.camelsmc.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiConsumer;

/**
 * The page a Describe operation asks for.
 *
 * @param number the page, counted from 1
 * @param size entries on a page
 */
record Paging(int number, int size) {

    static Paging of(SortedMap<String, String> parameters) {
        return new Paging(
                number(parameters, "PageNumber", 1, Integer.MAX_VALUE), number(parameters, "PageSize", 10, 50));
    }

    /** The answer with the entries of this page under the two names of a wrapped list. */
    <T> ObjectNode answer(List<T> all, boolean shifted, String outer, String inner, BiConsumer<T, ObjectNode> writer) {
        ObjectNode body = Answers.document();
        body.put("TotalCount", all.size()).put("PageNumber", number).put("PageSize", size);
        ArrayNode list = body.putObject(outer).putArray(inner);
        long start = (number - 1L) * size + (shifted && number > 1 ? 1 : 0);
        int from = (int) Math.min(start, all.size());
        int to = (int) Math.min(start + size, all.size());
        for (T entry : all.subList(from, to)) {
            writer.accept(entry, list.addObject());
        }
        return body;
    }

    private static int number(SortedMap<String, String> parameters, String name, int absent, int most) {
        String text = parameters.getOrDefault(name, "");
        if (text.isEmpty()) {
            return absent;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Refused like a number out of range.
        }
        throw Refusal.invalid(name, "it must be a whole number from 1 to " + most);
    }
}
