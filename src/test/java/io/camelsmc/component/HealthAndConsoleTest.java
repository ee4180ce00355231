package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.Quirk;
import io.camelsmc.spec.ReplicationJobSpec;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.TypeConversionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRepository;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators and developers see from outside, and the conversions they may use in routes. */
class HealthAndConsoleTest {

    private Path state;

    private Bench bench;

    @BeforeEach
    void start(@TempDir Path temporary) throws Exception {
        state = temporary;
        bench = Bench.unstarted();
        HealthCheckHelper.getHealthCheckRepository(bench.camel, "producers", HealthCheckRepository.class)
                .setEnabled(true);
        bench.component().getConfiguration().setStateUrl(state.toString());
        bench.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:row").routeId("row").to("smc:createReplicationJob?maxAttempts=1");
                from("direct:check").to("smc:validate");
            }
        });
        bench.camel.start();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private List<HealthCheck> checks() {
        return HealthCheckHelper.getHealthCheckRepository(bench.camel, "producers", HealthCheckRepository.class)
                .stream()
                .toList();
    }

    @Test
    void oneCheckStandsForTheEndpointThatCallsTheService() {
        assertThat(checks()).singleElement().satisfies(check -> {
            assertThat(check.getId()).startsWith("producer:smc-");
            assertThat(check.isReadiness()).isTrue();
        });
    }

    @Test
    void checkIsUpWhileTheServiceAnswersAndNeverWrites() {
        HealthCheck.Result result = checks().get(0).call();

        assertThat(result.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(result.getDetails())
                .containsEntry("smc.endpoint", bench.emulator.endpoint().toString());
        assertThat(bench.creates()).isZero();
    }

    @Test
    void checkIsDownWithTheCodeWhenTheServiceRefusesOrIsGone() {
        bench.emulator.settings().on(Quirk.KEY_DISABLED);
        HealthCheck.Result refused = checks().get(0).call();
        bench.emulator.close();
        HealthCheck.Result gone = checks().get(0).call();

        assertThat(refused.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(refused.getDetails()).containsEntry("smc.code", "InvalidAccessKeyId.Inactive");
        assertThat(gone.getState()).isEqualTo(HealthCheck.State.DOWN);
    }

    @Test
    void checkTakesPartInTheReadinessOfTheContext() {
        List<String> ids = HealthCheckHelper.invokeReadiness(bench.camel).stream()
                .map(result -> result.getCheck().getId())
                .toList();

        assertThat(ids).anyMatch(id -> id.startsWith("producer:smc-"));
    }

    @Test
    void checkGoesWithItsRoute() throws Exception {
        bench.camel.getRouteController().stopRoute("row");
        bench.camel.removeRoute("row");

        bench.camel.stop();

        assertThat(checks()).isEmpty();
    }

    @Test
    void consoleShowsWhatEndpointsDoAndWhatBecameOfTheirMessages() {
        bench.send("direct:row", Bench.json(1));
        bench.send("direct:row", Bench.json(1));
        bench.emulator.faults().next(Fault.THROTTLE);
        bench.send("direct:row", Bench.json(2));
        bench.send("direct:check", "{}");
        SmcDevConsole console = new SmcDevConsole();
        console.setCamelContext(bench.camel);

        String text = (String) console.call(DevConsole.MediaType.TEXT, Map.of());
        String json = console.call(DevConsole.MediaType.JSON, Map.of()).toString();

        assertThat(text)
                .contains("smc:createReplicationJob")
                .contains("service: " + bench.emulator.endpoint().getAuthority())
                .contains("journal: " + state)
                .contains("messages: {created=1, throttled=1, unchanged=1}")
                .contains("smc:validate")
                .contains("messages: {invalid=1}");
        assertThat(json).contains("createReplicationJob").contains("throttled");
    }

    @Test
    void consoleIsFoundByItsName() {
        Assertions.assertThat(bench.camel
                        .getCamelContextExtension()
                        .getBootstrapFactoryFinder("META-INF/services/org/apache/camel/dev-console/")
                        .findClass("smc"))
                .hasValue(SmcDevConsole.class);
    }

    @Test
    void textsStreamsAndMapsConvertToASpec() {
        byte[] yaml = Bench.yaml(1).getBytes(StandardCharsets.UTF_8);
        for (Object body :
                new Object[] {Bench.json(1), Bench.csv(1), yaml, new ByteArrayInputStream(yaml), Bench.map(1)}) {
            ReplicationJobSpec spec = bench.camel.getTypeConverter().convertTo(ReplicationJobSpec.class, body);

            assertThat(spec.sourceId()).isEqualTo(Bench.sourceId(1));
        }
    }

    @Test
    void textThatIsNoSpecDoesNotConvertAndSaysWhy() {
        Assertions.assertThatThrownBy(() ->
                        bench.camel.getTypeConverter().convertTo(ReplicationJobSpec.class, "{\"sorceId\": \"s-1\"}"))
                .isInstanceOf(TypeConversionException.class)
                .hasStackTraceContaining("sourceId");
    }
}
