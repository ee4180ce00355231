package io.camelsmc.spec.check;

import java.util.List;
import java.util.regex.Pattern;

/** What a single value obeys by itself. The rules check it, and the schema and the documentation are printed from it. */
public sealed interface Constraint {

    /** A text that matches a regular expression as a whole; the expression is valid in Java and in ECMAScript. */
    record Form(String regex, Pattern compiled) implements Constraint {
        static Form of(String regex) {
            return new Form(regex, Pattern.compile(regex));
        }

        boolean allows(String text) {
            return compiled.matcher(text).matches();
        }
    }

    /** A whole number between two bounds, both allowed. */
    record Range(long min, long max) implements Constraint {
        boolean allows(long value) {
            return value >= min && value <= max;
        }

        @Override
        public String toString() {
            return max >= Integer.MAX_VALUE ? min + " or more" : min + " to " + max;
        }
    }

    /** One of a few numbers. */
    record OneOf(List<Integer> values) implements Constraint {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** A list with at most so many entries. */
    record AtMost(int entries) implements Constraint {}

    /** A text of so many characters that begins with none of some words, in any case. */
    record Words(int min, int max, List<String> forbidden) implements Constraint {
        public Words {
            forbidden = List.copyOf(forbidden);
        }
    }
}
