package io.camelsmc.cli.view;

/** A number with its noun: {@code 1 row}, {@code 2 rows}. */
public final class Count {

    private Count() {}

    public static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
