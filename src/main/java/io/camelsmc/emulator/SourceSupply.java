package io.camelsmc.emulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Which source servers exist at the start. */
public sealed interface SourceSupply {

    /** Every well-formed id exists from its first mention, with the data disks that jobs name. */
    record Any() implements SourceSupply {}

    /**
     * Sample servers of several platforms and disk layouts.
     *
     * @param count how many, at least 0
     */
    record Samples(int count) implements SourceSupply {}

    /**
     * The given servers and no others.
     *
     * @param sources the servers
     */
    record Listed(List<EmulatedSource> sources) implements SourceSupply {
        /** Copies the list. */
        public Listed {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Reads the words {@code any}, {@code N} or {@code FILE}.
     *
     * @throws IOException when a file cannot be read
     * @throws IllegalArgumentException when a file names no source servers; the message says where it looked
     */
    static SourceSupply parse(String text) throws IOException {
        if (text.equalsIgnoreCase("any")) {
            return new Any();
        }
        if (!text.isEmpty() && text.length() <= 7 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new Samples(Integer.parseInt(text));
        }
        return new Listed(SourceFile.read(Path.of(text)));
    }
}
