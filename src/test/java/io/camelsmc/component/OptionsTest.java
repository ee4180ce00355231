package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.client.sign.SignatureVersion;
import io.camelsmc.emulator.SmcEmulator;
import io.camelsmc.spec.check.ApiProfile;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = Bench.start();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void optionsOfTheUriAreConvertedAndWinOverTheComponent() {
        SmcEndpoint endpoint = bench.camel.getEndpoint(
                "smc:createReplicationJob?connectTimeout=2s&callTimeout=1m&maxAttempts=5&signatureVersion=V1"
                        + "&apiProfile=PAGE_2021&readBeforeCreate=false&allowErase=true&settleDelay=250&region=cn-beijing",
                SmcEndpoint.class);

        SmcConfiguration configuration = endpoint.getConfiguration();
        assertThat(configuration.getConnectTimeout()).isEqualTo(2_000);
        assertThat(configuration.getCallTimeout()).isEqualTo(60_000);
        assertThat(configuration.getMaxAttempts()).isEqualTo(5);
        assertThat(configuration.getSignatureVersion()).isEqualTo(SignatureVersion.V1);
        assertThat(configuration.getApiProfile()).isEqualTo(ApiProfile.PAGE_2021);
        assertThat(configuration.isReadBeforeCreate()).isFalse();
        assertThat(configuration.isAllowErase()).isTrue();
        assertThat(configuration.getSettleDelay()).isEqualTo(250);
        assertThat(configuration.getAccessKey()).isEqualTo(Bench.KEY);
        assertThat(bench.component().getConfiguration().getRegion()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1", "V3"})
    void eitherSignatureIsUnderstood(String version) {
        Exchange done = bench.send("smc:createReplicationJob?signatureVersion=" + version, Bench.json(1));

        assertThat(done.getException()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connectTimeout=abc        | connectTimeout of the smc component is out of range (got 0 ms, expected at least 1 ms",
                "readTimeout=-5            | readTimeout of the smc component is out of range (got -5 ms",
                "callTimeout=0             | callTimeout of the smc component is out of range",
                "retryDelay=soon           | retryDelay=soon",
                "settleDelay=1x            | settleDelay of the smc component is out of range",
                "maxRetryAfter=never       | maxRetryAfter of the smc component is out of range",
                "maxAttempts=0             | maxAttempts of the smc component is out of range (got 0, expected 1 to 10)",
                "maxAttempts=11            | maxAttempts of the smc component is out of range",
                "maxConnections=0          | maxConnections of the smc component is out of range (got 0, expected 1 to 1000)",
                "proxyHost=localhost       | proxyHost of the smc component needs option proxyPort",
                "proxyPort=3128            | proxyPort of the smc component needs option proxyHost",
                "proxyHost=h&proxyPort=70000 | proxyPort of the smc component is out of range (got 70000, expected 1 to 65535)",
                "proxyHost=u:p@h&proxyPort=1 | proxyHost of the smc component is not the name or address of a host",
                "endpoint=http://example.com | plain http is allowed for loopback only",
                "endpoint=https://example.com | is not a host of the service",
                "endpoint=nonsense         | the endpoint must look like https://smc.aliyuncs.com",
                "endpoint=RAW(http://a b)  | it is not a URI",
                "colour=blue               | colour",
                "signatureVersion=V9       | V9",
            })
    void optionThatCannotWorkIsRefusedAtStart(String option, String message) {
        RouteBuilder route = new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:bad").to("smc:createReplicationJob?" + option.strip());
            }
        };

        assertThatThrownBy(() -> bench.routes(route)).hasStackTraceContaining(message.strip());
        assertThat(bench.emulator.journal().total()).isZero();
    }

    @Test
    void halfOfAKeyIsRefusedAtStart() {
        bench.component().getConfiguration().setSecretKey(null);

        assertThatThrownBy(() -> bench.camel.getEndpoint("smc:createReplicationJob"))
                .hasStackTraceContaining("accessKey of the smc component needs option secretKey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"create-replication-job", "deleteEverything", "x\ny"})
    void unknownOperationIsRefusedWithTheValidOnes(String name) {
        assertThatThrownBy(() -> bench.component().createEndpoint("smc:" + name, name, java.util.Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Stream.of(SmcOperations.values())
                        .map(SmcOperations::name)
                        .collect(Collectors.joining(", ")))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void endpointCannotBeReadFrom() {
        RouteBuilder route = new RouteBuilder() {
            @Override
            public void configure() {
                from("smc:describeReplicationJobs").to("mock:x");
            }
        };

        assertThatThrownBy(() -> bench.routes(route)).hasStackTraceContaining("can only be written to");
    }

    @Test
    void propertiesOfTheComponentAndPlaceholdersInTheUriAreUsed() throws Exception {
        try (SmcEmulator emulator = SmcEmulator.start()) {
            Main main = new Main();
            main.configure().withJmxEnabled(false);
            Properties properties = new Properties();
            properties.put("camel.component.smc.endpoint", emulator.endpoint().toString());
            properties.put("camel.component.smc.access-key", "{{my.key}}");
            properties.put("camel.component.smc.secretKey", Bench.SECRET);
            properties.put("camel.component.smc.settle-delay", "5ms");
            properties.put("my.key", Bench.KEY);
            properties.put("my.region", "cn-beijing");
            properties.put("my.operation", "createReplicationJob");
            main.setOverrideProperties(properties);
            main.configure().addRoutesBuilder(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:row").to("smc:{{my.operation}}?region={{my.region}}&maxAttempts={{my.tries:2}}");
                }
            });
            main.start();
            try {
                Object body = Bench.json(1).replace(", \"regionId\": \"" + Bench.REGION + "\"", "");
                main.getCamelTemplate().requestBody("direct:row", body);

                assertThat(emulator.jobs()).extracting("regionId").containsExactly("cn-beijing");
                SmcComponent component = main.getCamelContext().getComponent("smc", SmcComponent.class);
                assertThat(component.getConfiguration().getSettleDelay()).isEqualTo(5);
            } finally {
                main.stop();
            }
        }
    }
}
