package io.camelsmc.emulator;

import io.camelsmc.emulator.http.HttpServer;
import java.io.IOException;
import java.net.URI;

/**
 * The control API of an emulator: looks into the service and steers it, over HTTP and JSON, on a port of its own. Listens
 * on the loopback address only and asks for no signature, so it must never be reachable from elsewhere; what a web page in
 * a browser sends is refused. {@code docs/emulator.md} lists the calls.
 */
public final class EmulatorControl implements AutoCloseable {

    private final HttpServer server;

    private EmulatorControl(HttpServer server) {
        this.server = server;
    }

    /**
     * Opens the control port of an emulator that runs.
     *
     * @param port the port, or 0 for any free one; not the one of the service
     * @throws IOException when the port is taken
     */
    public static EmulatorControl start(SmcEmulator emulator, int port) throws IOException {
        ControlCalls calls = new ControlCalls(emulator);
        return new EmulatorControl(
                HttpServer.start(port, calls::handle, emulator.settings().serviceClock()));
    }

    /** The base address, such as {@code http://127.0.0.1:8090}. */
    public URI endpoint() {
        return server.endpoint();
    }

    /** Stops listening; the emulator goes on. */
    @Override
    public void close() {
        server.close();
    }
}
