package io.camelsmc.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.component.SmcComponent;
import io.camelsmc.component.SmcConfiguration;
import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.SmcEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A context with ready-made routes in front of an emulator, with waits of a millisecond and a spool of its own. */
final class RouteRig implements AutoCloseable {

    /** Every endpoint in which a row may end, as {@code routes/outcomes.yaml} provides them. */
    static final List<String> ENDS = List.of(
            "created",
            "adopted",
            "unchanged",
            "updated",
            "skipped",
            "invalid",
            "rejected",
            "conflict",
            "failed",
            "quota",
            "access",
            "throttled",
            "unavailable",
            "outcome-unknown",
            "journal",
            "pending");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path spool;
    private final SmcEmulator emulator;
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final SmcConfiguration configuration = new SmcConfiguration();
    private final Properties properties = new Properties();

    RouteRig(Path folder, EmulatorOptions options) throws Exception {
        spool = folder.resolve("spool");
        Files.createDirectories(spool.resolve("in"));
        emulator = SmcEmulator.start(options);
        configuration.setEndpoint(emulator.endpoint().toString());
        configuration.setAccessKey(options.accessKeyId());
        configuration.setSecretKey(options.accessKeySecret());
        configuration.setStateUrl(folder.resolve("state").toString());
        configuration.setMaxAttempts(1);
        configuration.setRetryDelay(1);
        configuration.setSettleDelay(1);
        properties.setProperty("smc.spool", spool.toString());
        properties.setProperty("smc.poll", "100");
        properties.setProperty("smc.read-lock.interval", "50");
        properties.setProperty("smc.redelivery.delay", "1");
        SmcComponent component = new SmcComponent(context);
        component.setConfiguration(configuration);
        context.addComponent("smc", component);
        context.getShutdownStrategy().setTimeout(10);
    }

    RouteRig(Path folder) throws Exception {
        this(folder, EmulatorOptions.defaults());
    }

    RouteRig property(String name, String value) {
        properties.setProperty(name, value);
        return this;
    }

    SmcConfiguration configuration() {
        return configuration;
    }

    RouteRig routes(RoutesBuilder routes) throws Exception {
        context.addRoutes(routes);
        return this;
    }

    /** Loads files of {@code routes/} and starts. */
    RouteRig start(String... names) throws Exception {
        context.getPropertiesComponent().setInitialProperties(properties);
        for (String name : names) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveResource(
                            context, "file:" + Path.of("routes", name).toAbsolutePath()));
        }
        context.start();
        return this;
    }

    CamelContext context() {
        return context;
    }

    ProducerTemplate template() {
        return context.createProducerTemplate();
    }

    SmcEmulator emulator() {
        return emulator;
    }

    List<String> jobNames() {
        return emulator.jobs().stream().map(EmulatedJob::name).toList();
    }

    Path spool() {
        return spool;
    }

    /** Puts a file into the inbox in one step. */
    RouteRig drop(String name, String text) throws IOException {
        Path half = Files.writeString(spool.resolve("in/.half"), text);
        Files.move(half, spool.resolve("in").resolve(name));
        return this;
    }

    /** Files directly in a folder of the spool, by name. */
    List<String> files(String folder) {
        Path path = spool.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files that some runner has claimed. */
    List<Path> claims() {
        if (!Files.isDirectory(spool.resolve("work"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(
                spool.resolve("work"), 2, (path, attributes) -> attributes.isRegularFile() && !hidden(path))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean hidden(Path path) {
        return spool.relativize(path).toString().contains("/.");
    }

    /** Names of the files whose rows are not all final, whether claimed at the moment or not. */
    Set<String> unfinished() {
        Set<String> names = new TreeSet<>(files("in"));
        claims().forEach(path -> names.add(path.getFileName().toString()));
        // A file that went back in the meantime.
        names.addAll(files("in"));
        return names;
    }

    /** A claimed file by its name. */
    Path claimed(String name) {
        return claims().stream().filter(path -> path.endsWith(name)).findFirst().orElseThrow();
    }

    /** The lines of all reports of one outcome. */
    List<JsonNode> report(String outcome) {
        List<JsonNode> lines = new ArrayList<>();
        for (String file : files("out/" + outcome)) {
            try {
                for (String line :
                        Files.readAllLines(spool.resolve("out/" + outcome).resolve(file))) {
                    lines.add(JSON.readTree(line));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return lines;
    }

    @Override
    public void close() {
        context.stop();
        emulator.close();
    }
}
