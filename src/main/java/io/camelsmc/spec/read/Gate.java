package io.camelsmc.spec.read;

import java.util.Set;

/** How a column of another tool decides whether a server is to move at all. */
enum Gate {
    /** Only a word that is known to mean "move" lets the row take part; anything else, and an empty cell, parks it. */
    CONSENT("a word that means move, such as Y or Rehost") {
        @Override
        boolean opens(String cell) {
            String word = Lookalikes.plain(cell);
            return YES.contains(word) || MOVE.contains(word);
        }
    },
    /** A yes says that the row is no server to move, such as a template of virtual machines. */
    EXCLUSION("False") {
        @Override
        boolean opens(String cell) {
            return !YES.contains(Lookalikes.plain(cell));
        }
    };

    private static final Set<String> YES = Set.of(
            "y",
            "yes",
            "true",
            "1",
            "wahr",
            "ja",
            "vrai",
            "oui",
            "verdadero",
            "vero",
            "verdadeiro",
            "si",
            "sí",
            "sim",
            "waar",
            "是",
            "真");

    /** Replatforming, relocating and the rest do not move a server as it is, so they are not in the list. */
    private static final Set<String> MOVE =
            Set.of("rehost", "liftandshift", "lift&shift", "lift+shift", "move", "migrate", "迁移", "直接迁移", "平迁");

    private final String expected;

    Gate(String expected) {
        this.expected = expected;
    }

    /** Whether a row with this cell takes part. */
    abstract boolean opens(String cell);

    /** What the cell would have to say, for people. */
    String expected() {
        return expected;
    }
}
