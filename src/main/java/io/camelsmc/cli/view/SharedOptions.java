package io.camelsmc.cli.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Options that plan and apply have in common and that say which service, account and journal are meant. */
public final class SharedOptions {

    private static final Set<String> WITH_VALUE = Set.of("--endpoint", "--region", "--account-id", "--state");

    private SharedOptions() {}

    /** Those that were given, values included, as they were given. */
    public static List<String> among(List<String> arguments) {
        List<String> shared = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (WITH_VALUE.contains(word) && i + 1 < arguments.size()) {
                shared.add(word);
                shared.add(arguments.get(++i));
            } else if (WITH_VALUE.stream().anyMatch(option -> word.startsWith(option + "="))
                    || word.equals("--allow-erase")) {
                shared.add(word);
            }
        }
        return shared;
    }
}
