package io.camelsmc.spec.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadProblemsTest {

    private static final Pattern CODE = Pattern.compile(
            "\"((?:cell|csv|defaults|export|extra|field|file|foreign|json|row|shape|spec|time|value|wave|xlsx|yaml)\\.[a-z-]+)\"");

    @Test
    void explainsEveryCodeOfTheSourcesAndNoOther() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/camelsmc/spec"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                if (!file.endsWith("ReadProblems.java")) {
                    Matcher code = CODE.matcher(Files.readString(file));
                    while (code.find()) {
                        codes.add(code.group(1));
                    }
                }
            }
        }
        codes.remove(Defaults.FILE_NAME);

        assertThat(ReadProblems.all().keySet()).containsExactlyElementsOf(codes);
    }
}
