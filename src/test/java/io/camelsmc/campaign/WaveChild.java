package io.camelsmc.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.emulator.SmcEmulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link WaveProcess} as its parent sees it. */
final class WaveChild implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private WaveChild(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a process and waits until its work begins. */
    static WaveChild start(SmcEmulator service, String state, String prefix, int rows) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        WaveChild child = new WaveChild(new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WaveProcess.class.getName(),
                        service.endpoint().toString(),
                        state,
                        prefix,
                        Integer.toString(rows)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
        assertThat(child.output.readLine()).as("the process has started").isEqualTo("go");
        return child;
    }

    /** Waits until the service has seen so many more creates, or the process has ended. */
    void awaitCalls(SmcEmulator service, int calls) throws InterruptedException {
        int enough = creates(service) + calls;
        while (process.isAlive() && creates(service) < enough) {
            Thread.sleep(2);
        }
    }

    private static int creates(SmcEmulator service) {
        return service.journal().entries("CreateReplicationJob").size();
    }

    /** Kills the process after a while; false if it ended before. */
    boolean killedAfter(long millis) throws InterruptedException {
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        kill();
        return true;
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** How many rows the process left open, once it has ended in order. */
    int open() throws IOException, InterruptedException {
        String line = output.readLine();
        assertThat(process.waitFor()).isZero();
        assertThat(line).startsWith("open ");
        return Integer.parseInt(line.substring("open ".length()));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
