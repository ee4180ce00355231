package io.camelsmc.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A {@link LoopbackServer} in a process of its own, so that its work is in nobody's figures but its own. */
final class LoopbackProcess implements AutoCloseable {

    private static final String READY = "listening on ";

    private final Process process;
    private final URI endpoint;
    private final URI other;
    private final HttpClient http = HttpClient.newHttpClient();

    private LoopbackProcess(Process process, String[] endpoints) {
        this.process = process;
        this.endpoint = URI.create(endpoints[0]);
        this.other = URI.create(endpoints[1]);
    }

    static LoopbackProcess start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoopbackServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null || !line.startsWith(READY)) {
            process.destroy();
            throw new IOException("the loopback server did not start");
        }
        return new LoopbackProcess(process, line.substring(READY.length()).split(" ", -1));
    }

    URI endpoint() {
        return endpoint;
    }

    /** Another address of the same server. */
    URI otherEndpoint() {
        return other;
    }

    /** What the server has seen and spent since it was last asked. */
    Map<String, Long> stats() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("/stats")).build();
        Map<String, Long> stats = new HashMap<>();
        for (String part :
                http.send(request, HttpResponse.BodyHandlers.ofString()).body().split(" ", -1)) {
            int equals = part.indexOf('=');
            stats.put(part.substring(0, equals), Long.valueOf(part.substring(equals + 1)));
        }
        return stats;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
