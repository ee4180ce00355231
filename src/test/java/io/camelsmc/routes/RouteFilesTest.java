package io.camelsmc.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.camelsmc.component.SmcOperations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What holds for every route file, the ready-made ones and those of the examples. */
class RouteFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DIRECT = Pattern.compile("uri: direct:([a-z-]+)");
    private static JsonSchema schema;

    @BeforeAll
    static void readSchema() throws IOException {
        try (InputStream in = RouteFilesTest.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            assertThat(in).as("the schema is in the jar of camel-yaml-dsl").isNotNull();
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(in);
        }
    }

    static Stream<Path> routeFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> routes = Files.list(Path.of("routes"));
                Stream<Path> examples = Files.walk(Path.of("examples"))) {
            routes.filter(file -> file.toString().endsWith(".yaml")).forEach(files::add);
            examples.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .filter(file -> !file.toString().contains("target"))
                    .forEach(files::add);
        }
        return files.stream().sorted();
    }

    @Test
    void coverTheReadyMadeRoutesAndTheExamples() throws IOException {
        assertThat(routeFiles().map(Path::toString))
                .contains("routes/provision.yaml", "routes/outcomes.yaml", "routes/csv-wave.yaml")
                .anyMatch(file -> file.startsWith("examples/"));
    }

    @ParameterizedTest
    @MethodSource("routeFiles")
    void followTheSchemaOfTheYamlDsl(Path file) throws IOException {
        assertThat(problems(Files.readString(file))).isEmpty();
    }

    @Test
    void areCheckedByASchemaThatFindsATypingError() throws IOException {
        String broken = Files.readString(Path.of("routes/provision.yaml")).replaceFirst("steps:", "stpes:");

        assertThat(problems(broken)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("routeFiles")
    void loadIntoAContext(Path file) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveResource(context, "file:" + file.toAbsolutePath()));

            assertThat(context.getRouteDefinitions())
                    .isNotEmpty()
                    .allSatisfy(route -> assertThat(route.getId()).isNotBlank())
                    .allSatisfy(route -> assertThat(route.hasCustomIdAssigned()).isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("routeFiles")
    void useOperationsThatExist(Path file) throws IOException {
        List<String> used = Pattern.compile("uri: smc:([A-Za-z]+)")
                .matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(Stream.of(SmcOperations.values()).map(Enum::name)).containsAll(used);
    }

    @Test
    void giveEveryEndpointOfARowARoute() throws IOException {
        List<String> used = DIRECT.matcher(Files.readString(Path.of("routes/provision.yaml")))
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.equals("smc-provision"))
                .map(name -> name.substring("smc-".length()))
                .distinct()
                .toList();
        List<String> provided = Pattern.compile(
                        "routeId: smc-(\\S+)\\n    parameters:\\n      - name: outcome\\n        value: (\\S+)")
                .matcher(Files.readString(Path.of("routes/outcomes.yaml")))
                .results()
                .filter(match -> match.group(1).equals(match.group(2)))
                .map(match -> match.group(1))
                .toList();

        assertThat(provided).containsExactlyInAnyOrderElementsOf(RouteRig.ENDS).containsAll(used);
    }

    @Test
    void failToLoadWithFileAndLineWhenAStepIsUnknown() {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            assertThatThrownBy(() -> PluginHelper.getRoutesLoader(context)
                            .loadRoutes(ResourceHelper.resolveResource(
                                    context,
                                    "file:"
                                            + Path.of("src/test/resources/routes/broken.yaml")
                                                    .toAbsolutePath())))
                    .hasStackTraceContaining("broken.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the schema finds, but for placeholders, which are text until they are resolved. */
    private static List<ValidationMessage> problems(String yaml) {
        return schema.validate(json(yaml)).stream()
                .filter(problem -> !problem.getInstanceNode().asText().startsWith("{{"))
                .toList();
    }

    private static JsonNode json(String yaml) {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return JSON.valueToTree(tree);
    }
}
