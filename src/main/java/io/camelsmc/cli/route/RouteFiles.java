package io.camelsmc.cli.route;

import io.camelsmc.diag.AbortException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the route files to start. */
public final class RouteFiles {

    /** The ready-made routes that a plain {@code smc run} starts. */
    private static final List<String> READY_MADE = List.of("provision.yaml", "outcomes.yaml", "csv-wave.yaml");

    private RouteFiles() {}

    public static List<Path> resolve(List<Path> given) {
        if (!given.isEmpty()) {
            given.forEach(RouteFiles::check);
            return given.stream()
                    .map(route -> route.toAbsolutePath().normalize())
                    .toList();
        }
        Path folder = home().resolve("routes");
        List<Path> routes = READY_MADE.stream().map(folder::resolve).toList();
        routes.forEach(RouteFiles::check);
        return routes;
    }

    private static void check(Path route) {
        if (!Files.isReadable(route) || Files.isDirectory(route)) {
            throw AbortException.cannotRun(
                    "cannot read the route file " + route + "; name a YAML file of Camel routes");
        }
    }

    /** Where the product is installed: {@code bin/smc} says so. */
    private static Path home() {
        @Nullable String home = System.getProperty("smc.home");
        return Path.of(home == null ? "." : home).toAbsolutePath().normalize();
    }
}
