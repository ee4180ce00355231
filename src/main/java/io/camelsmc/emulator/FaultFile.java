package io.camelsmc.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a fault file says: rules and quirks.
 *
 * <p>The file is a JSON object with {@code quirks}, a list of names of {@link Quirk}, and {@code faults}, a list of
 * objects. An object has {@code fault} and may have {@code action}, {@code sourceId}, {@code name}, {@code from},
 * {@code until}, {@code nth}, {@code every}, {@code probability}, {@code seed}, {@code times}, {@code committed},
 * {@code millis}, {@code bytes}, {@code status}, {@code code}, {@code message} and {@code headers}. A bare list is taken
 * as {@code faults}.
 *
 * @param rules the rules in order
 * @param quirks the quirks to switch on
 */
public record FaultFile(List<FaultRule> rules, Set<Quirk> quirks) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies the collections. */
    public FaultFile {
        rules = List.copyOf(rules);
        quirks = Set.copyOf(quirks);
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when it says something that is not known; the message names file and field
     */
    public static FaultFile read(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    static FaultFile parse(String fileName, String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(fileName + ": not JSON: " + e.getOriginalMessage(), e);
        }
        FaultFields top = new FaultFields(fileName, "", root);
        JsonNode list = root.isArray() ? root : root.path("faults");
        if (!root.isArray()) {
            top.knowsOnly(Set.of("faults", "quirks"));
        }
        if (!list.isArray() && !list.isMissingNode()) {
            throw top.wrong("faults", "expected a list");
        }
        List<FaultRule> rules = new ArrayList<>();
        for (JsonNode item : list) {
            rules.add(new FaultFields(fileName, "faults[" + rules.size() + "]", item).rule());
        }
        return new FaultFile(rules, top.quirks());
    }
}
