package io.camelsmc.run;

import io.camelsmc.diag.AbortException;
import io.camelsmc.plan.PlannedInput;
import io.camelsmc.spec.Sha256;
import io.camelsmc.spec.read.Defaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the files of a plan were made of: the waves, and the defaults that filled their gaps. */
public final class InputDigests {

    private InputDigests() {}

    /** One entry for each file, in the order of the command line. */
    public static List<PlannedInput> of(List<Path> waves, @Nullable Path defaults) {
        Set<Path> files = new LinkedHashSet<>(waves);
        if (defaults != null) {
            files.add(defaults);
        } else {
            for (Path wave : waves) {
                Path beside = wave.resolveSibling(Defaults.FILE_NAME);
                if (Files.isRegularFile(beside)) {
                    files.add(beside);
                }
            }
        }
        List<PlannedInput> inputs = new ArrayList<>();
        files.forEach(file -> inputs.add(new PlannedInput(file.toString(), sha256(file))));
        return inputs;
    }

    /** Inputs of a plan that are files still, but no longer what they were, by name. */
    public static List<String> changed(List<PlannedInput> inputs) {
        return inputs.stream()
                .filter(input -> {
                    Path file = Path.of(input.file());
                    return Files.isRegularFile(file)
                            && Files.isReadable(file)
                            && !sha256(file).equals(input.sha256());
                })
                .map(PlannedInput::file)
                .toList();
    }

    private static String sha256(Path file) {
        try {
            return Sha256.ofFile(file);
        } catch (IOException e) {
            throw AbortException.cannotRun("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
