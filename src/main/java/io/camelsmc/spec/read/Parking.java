package io.camelsmc.spec.read;

import io.camelsmc.diag.SafeText;

/**
 * The cell of another tool's sheet that keeps a row from taking part.
 *
 * @param column the column, as the sheet spells it
 * @param value what the cell says; empty when it says nothing
 * @param expected what it would say if the server were to move
 */
public record Parking(String column, String value, String expected) {

    /** For people: {@code r_type says Retire}. */
    public String reason() {
        String name = SafeText.excerpt(column);
        return value.isBlank() ? name + " is empty" : name + " says " + SafeText.excerpt(value);
    }
}
