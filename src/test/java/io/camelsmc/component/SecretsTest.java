package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.camelsmc.client.SmcAccessException;
import io.camelsmc.client.StaticCredentials;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.SmcEmulator;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.main.Main;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.URISupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Distinctive secrets are planted wherever a user may put them; then everything that a run renders is searched. */
class SecretsTest {

    private static final String ID = "LTAI5tPlantedKeyId01";
    private static final String SECRET = "pl4nted+Secret/Key&1";
    private static final String TOKEN = "pl4nted-Session==Token";
    private static final String PASSWORD = "pl4nted-db-passw0rd";
    private static final String STATE =
            "jdbc:postgresql://127.0.0.1:1/smc?user=u&connectTimeout=1&password=" + PASSWORD;

    @BeforeAll
    static void plant() {
        System.setProperty("planted.id", ID);
        System.setProperty("planted.secret", SECRET);
        System.setProperty("planted.session", TOKEN);
        System.setProperty("planted.state", STATE);
    }

    @AfterAll
    static void remove() {
        for (String name : new String[] {"id", "secret", "session", "state"}) {
            System.clearProperty("planted." + name);
        }
    }

    private static EmulatorOptions account(String secret) {
        return EmulatorOptions.builder()
                .accessKeyId(ID)
                .accessKeySecret(secret)
                .securityToken(TOKEN)
                .build();
    }

    private static void addDumps(Leaks leaks, CamelContext camel) throws Exception {
        ModelCamelContext model = (ModelCamelContext) camel;
        for (var route : model.getRouteDefinitions()) {
            leaks.add("XML as written", PluginHelper.getModelToXMLDumper(camel).dumpModelAsXml(camel, route));
            leaks.add(
                    "YAML as written", PluginHelper.getModelToYAMLDumper(camel).dumpModelAsYaml(camel, route));
        }
        camel.getEndpoints().forEach(endpoint -> leaks.add("endpoint", endpoint)
                .add("base uri", endpoint.getEndpointBaseUri())
                .add("sanitised uri", URISupport.sanitizeUri(endpoint.getEndpointUri())));
        SmcDevConsole console = new SmcDevConsole();
        console.setCamelContext(camel);
        leaks.add("console text", console.call(DevConsole.MediaType.TEXT, Map.of()));
        leaks.add("console JSON", console.call(DevConsole.MediaType.JSON, Map.of()));
        HealthCheckHelper.getHealthCheckRegistry(camel).stream().forEach(check -> {
            var result = check.call();
            leaks.add("health " + check.getId(), result + " " + result.getMessage() + " " + result.getDetails());
            result.getError().ifPresent(error -> leaks.add("health error", error));
        });
        leaks.addJmx();
    }

    private static void addExchange(Leaks leaks, Exchange exchange) {
        leaks.add("headers", exchange.getMessage().getHeaders());
        leaks.add("body", exchange.getMessage().getBody());
        leaks.add("outcome line", OutcomeLine.of(exchange));
        if (exchange.getException() != null) {
            leaks.add("exception", exchange.getException());
        }
    }

    private static Main main(SmcEmulator emulator, Map<String, String> more) {
        Main main = new Main();
        main.configure().withJmxEnabled(true);
        main.configure().setAutoConfigurationLogSummary(true);
        main.configure().withDumpRoutes(more.isEmpty() ? null : "yaml");
        main.configure().health().setProducersEnabled(true);
        Properties properties = new Properties();
        properties.put("camel.component.smc.endpoint", emulator.endpoint().toString());
        properties.put("camel.component.smc.settleDelay", "1");
        properties.put("camel.component.smc.retryDelay", "1");
        properties.putAll(more);
        main.setOverrideProperties(properties);
        return main;
    }

    private static RouteBuilder route(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:row").to(uri);
            }
        };
    }

    private static final Map<String, String> ON_THE_COMPONENT = Map.of(
            "camel.component.smc.accessKey", "{{sys:planted.id}}",
            "camel.component.smc.secretKey", "{{sys:planted.secret}}",
            "camel.component.smc.securityToken", "{{sys:planted.session}}");

    @Test
    void secretsOfTheComponentShowNowhereInAGoodRunAndAFailedOne() throws Exception {
        for (String known : new String[] {SECRET, "another"}) {
            try (Leaks leaks = new Leaks(SECRET, TOKEN, ID);
                    SmcEmulator emulator = SmcEmulator.start(account(known))) {
                Main main = main(emulator, ON_THE_COMPONENT);
                main.configure().addRoutesBuilder(route("smc:createReplicationJob"));
                main.start();
                try {
                    Exchange done = main.getCamelTemplate()
                            .send("direct:row", e -> e.getMessage().setBody(Bench.json(1)));

                    assertThat(done.getException() == null).isEqualTo(known.equals(SECRET));
                    addExchange(leaks, done);
                    leaks.add("properties", done.getAllProperties());
                    addDumps(leaks, main.getCamelContext());
                } finally {
                    main.stop();
                }
                assertThat(leaks.logLines()).isPositive();
                leaks.assertNone();
            }
        }
    }

    @Test
    void secretsOfPlaceholdersInAUriShowNowhere() throws Exception {
        try (Leaks leaks = new Leaks(SECRET, TOKEN, ID);
                SmcEmulator emulator = SmcEmulator.start(account(SECRET))) {
            Main main = main(emulator, Map.of());
            main.configure()
                    .addRoutesBuilder(route(
                            "smc:createReplicationJob?accessKey={{sys:planted.id}}&secretKey=RAW({{sys:planted.secret}})"
                                    + "&securityToken=RAW({{sys:planted.session}})"));
            main.start();
            try {
                Exchange done = main.getCamelTemplate()
                        .send("direct:row", e -> e.getMessage().setBody(Bench.json(1)));

                assertThat(done.getException()).isNull();
                addExchange(leaks, done);
                addDumps(leaks, main.getCamelContext());
            } finally {
                main.stop();
            }
            leaks.assertNone();
        }
    }

    @Test
    void secretsOfBeansShowNowhere() throws Exception {
        try (Leaks leaks = new Leaks(SECRET, TOKEN, ID);
                SmcEmulator emulator = SmcEmulator.start(account("another"))) {
            Main main = main(emulator, Map.of());
            main.bind("anyCredentials", new StaticCredentials(ID, SECRET, TOKEN));
            main.configure().addRoutesBuilder(route("smc:createReplicationJob"));
            main.start();
            try {
                Exchange done = main.getCamelTemplate()
                        .send("direct:row", e -> e.getMessage().setBody(Bench.json(1)));

                assertThat(done.getException()).isInstanceOf(SmcAccessException.class);
                addExchange(leaks, done);
                addDumps(leaks, main.getCamelContext());
            } finally {
                main.stop();
            }
            leaks.assertNone();
        }
    }

    @Test
    void passwordOfTheJournalShowsNowhereWhenTheStartFails() throws Exception {
        try (Leaks leaks = new Leaks(PASSWORD, SECRET);
                SmcEmulator emulator = SmcEmulator.start(account(SECRET))) {
            Main main = main(emulator, ON_THE_COMPONENT);
            main.addOverrideProperty("camel.component.smc.stateUrl", "{{sys:planted.state}}");
            main.configure().addRoutesBuilder(route("smc:createReplicationJob"));

            Throwable failure = catchThrowable(main::start);

            assertThat(failure).isNotNull();
            leaks.add("failed start", failure);
            addDumps(leaks, main.getCamelContext());
            main.stop();
            leaks.assertNone();
        }
    }

    @Test
    void passwordOfTheJournalInAUriShowsNowhereWhenTheStartFails() throws Exception {
        try (Leaks leaks = new Leaks(PASSWORD, SECRET);
                SmcEmulator emulator = SmcEmulator.start(account(SECRET))) {
            Main main = main(emulator, Map.of());
            main.configure()
                    .addRoutesBuilder(route(
                            "smc:createReplicationJob?stateUrl=RAW({{sys:planted.state}})&accessKey=x&secretKey=y"));

            Throwable failure = catchThrowable(main::start);

            assertThat(failure).isNotNull();
            leaks.add("failed start", failure);
            addDumps(leaks, main.getCamelContext());
            main.stop();
            leaks.assertNone();
        }
    }

    @Test
    void passwordInTheEndpointOptionIsRefusedAndNotShown() {
        try (Leaks leaks = new Leaks(PASSWORD)) {
            for (String address : new String[] {
                "https://u:" + PASSWORD + "@smc.aliyuncs.com", "https://u:" + PASSWORD + "@smc aliyuncs.com"
            }) {
                SmcConfiguration configuration = new SmcConfiguration();
                configuration.setEndpoint(address);

                Throwable failure = catchThrowable(() -> ConfigurationCheck.check(configuration));

                leaks.add(address, failure);
                assertThat(failure).isInstanceOf(IllegalArgumentException.class);
            }
            leaks.assertNone();
        }
    }

    /**
     * The rule for users is to set secrets on the component: Camel's own dumps of routes resolve placeholders, and an
     * exchange remembers the endpoint where it failed.
     */
    @Test
    void literalSecretInAUriIsMaskedInEndpointsAndFailures() throws Exception {
        try (Leaks leaks = new Leaks(SECRET, TOKEN);
                Bench bench = Bench.start(account("another"))) {
            bench.routes(route("smc:createReplicationJob?accessKey=" + ID + "&secretKey=RAW(" + SECRET
                    + ")&securityToken=RAW(" + TOKEN + ")"));

            Exchange done = bench.send("direct:row", Bench.json(1));

            assertThat(done.getException()).isInstanceOf(SmcAccessException.class);
            addExchange(leaks, done);
            bench.camel.getEndpoints().forEach(endpoint -> leaks.add("endpoint", endpoint));
            leaks.addJmx();
            leaks.assertNone();
        }
    }

    @Test
    void keywordsThatTheUserMasksStayMasked() throws Exception {
        try (Bench bench = Bench.unstarted()) {
            bench.camel.removeComponent("smc");
            ExtendedCamelContext context = bench.camel.getCamelContextExtension();
            context.setAdditionalSensitiveKeywords("shibboleth");

            bench.component();

            assertThat(context.getAdditionalSensitiveKeywords()).isEqualTo("shibboleth,stateUrl");
            assertThat(URISupport.sanitizeUri("smc:validate?shibboleth=one&region=two"))
                    .isEqualTo("smc:validate?shibboleth=xxxxxx&region=two");
            assertThat(URISupport.sanitizeUri("smc:validate?region=one&stateUrl=two"))
                    .isEqualTo("smc:validate?region=one&stateUrl=xxxxxx");
        }
    }
}
