package io.camelsmc.emulator;

import java.util.concurrent.ThreadLocalRandom;

/** Makes up ids. */
final class Ids {

    private static final String CHARACTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

    private Ids() {}

    /** The prefix and so many random lower-case letters and digits. */
    static String fresh(String prefix, int characters) {
        StringBuilder id = new StringBuilder(prefix);
        for (int i = 0; i < characters; i++) {
            id.append(CHARACTERS.charAt(ThreadLocalRandom.current().nextInt(CHARACTERS.length())));
        }
        return id.toString();
    }
}
