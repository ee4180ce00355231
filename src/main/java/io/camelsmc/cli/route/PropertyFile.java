package io.camelsmc.cli.route;

import io.camelsmc.diag.AbortException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a file of properties, UTF-8. */
public final class PropertyFile {

    private PropertyFile() {}

    public static Map<String, String> read(@Nullable Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        if (file == null) {
            return values;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw AbortException.cannotRun(
                    "cannot read the properties file " + file + " (" + e.getMessage() + "); check --properties", e);
        }
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            values.put(name, properties.getProperty(name));
        }
        return values;
    }
}
