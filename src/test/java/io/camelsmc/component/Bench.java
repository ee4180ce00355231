package io.camelsmc.component;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.StaticCredentials;
import io.camelsmc.client.http.SmcClientConfig;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.SmcEmulator;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TargetType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A Camel context with the component in it, set up to talk to an emulator, with waits that a test can afford. */
final class Bench implements AutoCloseable {

    static final String KEY = "testid";
    static final String SECRET = "testsecret";
    static final String REGION = "cn-hangzhou";

    static {
        quiet();
    }

    public final SmcEmulator emulator;
    final DefaultCamelContext camel = new DefaultCamelContext();

    private Bench(SmcEmulator emulator) {
        this.emulator = emulator;
        configure(component().getConfiguration(), emulator);
    }

    static Bench start() throws Exception {
        return start(EmulatorOptions.defaults());
    }

    static Bench start(EmulatorOptions options) throws Exception {
        Bench bench = new Bench(SmcEmulator.start(options));
        bench.camel.start();
        return bench;
    }

    /** Lets a test add beans, properties and options first. */
    static Bench unstarted() throws Exception {
        return new Bench(SmcEmulator.start());
    }

    static void configure(SmcConfiguration configuration, SmcEmulator emulator) {
        configuration.setEndpoint(emulator.endpoint().toString());
        configuration.setAccessKey(KEY);
        configuration.setSecretKey(SECRET);
        configuration.setRetryDelay(1);
        configuration.setSettleDelay(1);
    }

    static void quiet() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    }

    SmcComponent component() {
        return camel.getComponent("smc", SmcComponent.class);
    }

    Bench routes(RoutesBuilder routes) throws Exception {
        camel.addRoutes(routes);
        return this;
    }

    /** Sends a message and waits; a failure stands in the exchange. */
    Exchange send(String uri, @Nullable Object body) {
        return send(uri, body, Map.of());
    }

    Exchange send(String uri, @Nullable Object body, Map<String, Object> headers) {
        Exchange exchange = ExchangeBuilder.anExchange(camel).withBody(body).build();
        exchange.getMessage().setHeaders(new java.util.HashMap<>(headers));
        return camel.createFluentProducerTemplate()
                .withExchange(exchange)
                .to(uri)
                .send();
    }

    Exchange create(@Nullable Object body) {
        return send("smc:createReplicationJob", body);
    }

    /** Calls of one operation that reached the service. */
    int calls(String action) {
        return emulator.journal().entries(action).size();
    }

    public int creates() {
        return calls("CreateReplicationJob");
    }

    SmcClient client() {
        return SmcClients.create(
                SmcClientConfig.defaults().withEndpoint(emulator.endpoint()), new StaticCredentials(KEY, SECRET));
    }

    static String sourceId(int number) {
        return String.format(Locale.ROOT, "s-bp1%014d", number);
    }

    static ReplicationJobSpec.Builder job(int number) {
        return ReplicationJobSpec.builder()
                .sourceId(sourceId(number))
                .name("web-" + number)
                .regionId(REGION)
                .set(SpecField.TARGET_TYPE_FIELD, TargetType.IMAGE)
                .set(SpecField.IMAGE_NAME, "image-" + number)
                .set(SpecField.SYSTEM_DISK_SIZE, 40);
    }

    static Map<String, Object> map(int number) {
        return Map.of(
                "sourceId",
                sourceId(number),
                "name",
                "web-" + number,
                "regionId",
                REGION,
                "targetType",
                "Image",
                "imageName",
                "image-" + number,
                "systemDiskSize",
                40);
    }

    static String json(int number) {
        return "{\"sourceId\": \"" + sourceId(number) + "\", \"name\": \"web-" + number + "\", \"regionId\": \""
                + REGION + "\", \"targetType\": \"Image\", \"imageName\": \"image-" + number
                + "\", \"systemDiskSize\": 40}";
    }

    static String yaml(int number) {
        return "sourceId: " + sourceId(number) + "\nname: web-" + number + "\nregionId: " + REGION
                + "\ntargetType: Image\nimageName: image-" + number + "\nsystemDiskSize: 40\n";
    }

    static String csv(int... numbers) {
        StringBuilder text = new StringBuilder(CSV_HEADER);
        for (int number : numbers) {
            text.append(csvRow(number));
        }
        return text.toString();
    }

    static final String CSV_HEADER = "source_id,name,region_id,target_type,image_name,system_disk_size\n";

    static String csvRow(int number) {
        return String.join(",", List.of(sourceId(number), "web-" + number, REGION, "Image", "image-" + number, "40\n"));
    }

    @Override
    public void close() {
        camel.stop();
        emulator.close();
    }
}
