package io.camelsmc.spec.read;

import io.camelsmc.diag.SourcePosition;
import org.jspecify.annotations.Nullable;

/**
 * Where one value of a row comes from.
 *
 * @param level how near to the row it was written
 * @param name the wave or template; null where the level has no name
 * @param position where it is written; null where it is written nowhere
 */
public record Provenance(Level level, @Nullable String name, @Nullable SourcePosition position) {

    /** For people: {@code template web, defaults.yaml:12}. */
    public String describe() {
        String text = name == null ? level.label() : level.label() + " " + name;
        return position == null ? text : text + ", " + position;
    }
}
