package io.camelsmc.diag;

/** A number with its noun, in the singular or the plural. */
public final class Count {

    private Count() {}

    /** {@code 1 row}, {@code 2 rows}. */
    public static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 1 row is}, {@code 2 rows are}. */
    public static String is(long number, String noun) {
        return of(number, noun) + (number == 1 ? " is" : " are");
    }

    /** {@code 1 row was}, {@code 2 rows were}. */
    public static String was(long number, String noun) {
        return of(number, noun) + (number == 1 ? " was" : " were");
    }
}
