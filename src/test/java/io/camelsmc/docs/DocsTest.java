package io.camelsmc.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.component.SmcComponent;
import io.camelsmc.component.SmcConfiguration;
import io.camelsmc.component.SmcOperations;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.Quirk;
import io.camelsmc.emulator.SmcEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The pages agree with the code. {@code -Dsmc.docs.update=true} writes the generated parts anew. */
class DocsTest {

    private static final Pattern URI = Pattern.compile("\\bsmc:([A-Za-z]+)(\\?[^\\s\"'`)<>]+)?");

    static List<MarkdownPage> pages() throws IOException {
        return MarkdownPage.all();
    }

    @ParameterizedTest
    @MethodSource("generated")
    void generatedPartIsCurrent(String file, List<String> parts) throws IOException {
        Map<String, String> tables = Tables.all();
        MarkdownPage page = MarkdownPage.read(Path.of(file));

        MarkdownPage current = page;
        for (String part : parts) {
            current = current.with(part, tables.get(part));
        }
        if (Boolean.getBoolean("smc.docs.update")) {
            current.write();
            page = current;
        }

        assertThat(page.text())
                .as(file + " is stale; run its test with -Dsmc.docs.update=true")
                .isEqualTo(current.text());
    }

    static Stream<Arguments> generated() {
        return Stream.of(
                Arguments.of(
                        "docs/component.md",
                        List.of("endpoint options", "component options", "headers", "error classes")),
                Arguments.of(
                        "docs/errors.md",
                        List.of(
                                "error codes of the service",
                                "error codes of the gateway",
                                "error codes of the client",
                                "error rules")),
                Arguments.of("docs/lifecycle.md", List.of("verbs")),
                Arguments.of("docs/commands.md", List.of("commands", "exit codes")),
                Arguments.of("docs/operations.md", List.of("exit codes", "permissions")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void yamlParses(MarkdownPage page) {
        for (String block : page.blocks("yaml")) {
            assertThat(parse(block)).as(page + ": " + block).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void routesAreAcceptedByCamel(MarkdownPage page) throws Exception {
        for (String block : page.blocks("yaml")) {
            if (!(parse(block) instanceof List<?> list) || !isRoutes(list)) {
                continue;
            }
            try (DefaultCamelContext camel = new DefaultCamelContext()) {
                load(camel, block);
            }
        }
    }

    private static boolean isRoutes(List<?> list) {
        return !list.isEmpty()
                && list.get(0) instanceof Map<?, ?> first
                && (first.containsKey("route")
                        || first.containsKey("routeConfiguration")
                        || first.containsKey("beans"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void uriNamesAnOperationAndItsOptions(MarkdownPage page) throws IOException {
        List<String> options = Tables.names(Tables.metadata().get("properties"));
        List<String> operations =
                Arrays.stream(SmcOperations.values()).map(Enum::name).toList();

        Matcher uri = URI.matcher(page.text());
        while (uri.find()) {
            boolean permission = Character.isUpperCase(uri.group(1).charAt(0));
            if (uri.group(1).equals("operation") || permission) {
                continue;
            }
            assertThat(operations).as(page + ": " + uri.group()).contains(uri.group(1));
            if (uri.group(2) != null) {
                for (String option : uri.group(2).substring(1).split("&", -1)) {
                    assertThat(options).as(page + ": " + uri.group()).contains(option.replaceAll("=.*", ""));
                }
            }
        }
        for (String block : page.blocks("yaml")) {
            for (String option : parameters(parse(block))) {
                assertThat(options).as(page + ": parameter of an smc: step").contains(option);
            }
        }
    }

    /** Names of the parameters that stand beside a URI of ours, anywhere in a tree. */
    private static List<String> parameters(Object tree) {
        List<String> names = new ArrayList<>();
        if (tree instanceof Map<?, ?> map) {
            if (map.get("uri") instanceof String uri
                    && uri.startsWith("smc:")
                    && map.get("parameters") instanceof Map<?, ?> parameters) {
                parameters.keySet().forEach(name -> names.add(String.valueOf(name)));
            }
            map.values().forEach(value -> names.addAll(parameters(value)));
        } else if (tree instanceof List<?> list) {
            list.forEach(item -> names.addAll(parameters(item)));
        }
        return names;
    }

    @Test
    void pageOfTheComponentNamesEveryOperation() throws IOException {
        String text = MarkdownPage.read(Path.of("docs/component.md")).text();

        for (SmcOperations operation : SmcOperations.values()) {
            assertThat(text).contains("| `" + operation + "` |");
        }
    }

    @Test
    void pageOfTheEmulatorNamesEveryFaultAndQuirk() throws IOException {
        String text = MarkdownPage.read(Path.of("docs/emulator.md")).text();

        for (Fault fault : Fault.values()) {
            assertThat(text)
                    .containsPattern("\\| `" + fault + "` \\| .* \\| " + (fault.commits() ? "yes" : "no") + " \\|");
        }
        for (Quirk quirk : Quirk.values()) {
            assertThat(text).contains("| `" + quirk + "` | ");
        }
    }

    @Test
    void waveOfThePageRuns(@TempDir Path spool) throws Exception {
        try (SmcEmulator emulator = SmcEmulator.start();
                DefaultCamelContext camel = camel(emulator)) {
            Path inbox = Files.createDirectories(spool.resolve("inbox"));
            Files.writeString(inbox.resolve("web.csv"), WAVE);
            load(camel, block("smc:readWave").replace("file:inbox", "file:" + inbox));
            camel.start();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Files.exists(spool.resolve("partial")) && !Files.exists(inbox.resolve("web.csv")));

            assertThat(emulator.jobs()).extracting("name").containsExactly("web-01");
        }
    }

    @Test
    void routeOfThePageStripsWhatAStrangerSent() throws Exception {
        try (SmcEmulator emulator = SmcEmulator.start();
                DefaultCamelContext camel = camel(emulator)) {
            load(camel, block("seda:jobs"));
            camel.start();

            Exchange done = camel.createProducerTemplate().request("seda:jobs", exchange -> {
                exchange.getMessage().setBody(WAVE.lines().limit(2).collect(Collectors.joining("\n")));
                exchange.getMessage().setHeader("cAMELhttpuri", "http://127.0.0.1:1/");
                exchange.getMessage().setHeader("CamelFileName", "../../x");
            });

            assertThat(done.getMessage().getHeaders())
                    .containsEntry("CamelSmcOutcome", "created")
                    .doesNotContainKeys("CamelHttpUri", "CamelFileName");
        }
    }

    private static final String WAVE =
            """
            source_id,name,region_id,target_type,image_name,system_disk_size
            s-bp1e2fsl57knvuug,web-01,cn-hangzhou,Image,web-01,80
            s-bp1e2fsl57knvuuh,web-02,cn-hangzhou,Image,,80
            """;

    private static DefaultCamelContext camel(SmcEmulator emulator) {
        DefaultCamelContext camel = new DefaultCamelContext();
        SmcConfiguration options = camel.getComponent("smc", SmcComponent.class).getConfiguration();
        options.setEndpoint(emulator.endpoint().toString());
        options.setAccessKey("testid");
        options.setSecretKey("testsecret");
        return camel;
    }

    private static void load(DefaultCamelContext camel, String yaml) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("block.yaml", yaml));
    }

    private static String block(String with) throws IOException {
        return MarkdownPage.read(Path.of("docs/component.md")).blocks("yaml").stream()
                .filter(block -> block.contains(with))
                .findFirst()
                .orElseThrow();
    }

    private static Object parse(String yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }
}
