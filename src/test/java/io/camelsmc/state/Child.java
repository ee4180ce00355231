package io.camelsmc.state;

import static io.camelsmc.state.Samples.granted;
import static io.camelsmc.state.Samples.intent;
import static io.camelsmc.state.Samples.key;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A runner in a process of its own, so that it can die. */
final class Child implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private Child(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a runner on the state. */
    static Child start(String task, String state) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                task,
                state));
        return new Child(builder.redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    /** Waits until the child says the word. */
    void await(String word) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(word)) {
                return;
            }
        }
        throw new IOException("the child ended without saying " + word);
    }

    long pid() {
        return process.pid();
    }

    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] args) throws Exception {
        if (args[0].equals("rebuild")) {
            say("ready");
            Journals.replace(args[1], JournalOptions.defaults(), Samples::fill);
            say("rebuilt");
            return;
        }
        if (args[0].equals("make")) {
            say("ready");
        }
        Journal journal = Journals.open(args[1]);
        if (args[0].equals("hold")) {
            say("holding");
            Thread.sleep(Long.MAX_VALUE);
        }
        for (int i = 0; !args[0].equals("one") || i == 0; i++) {
            granted(journal, intent(key("s-" + i), 0));
            say("granted " + i);
        }
        Runtime.getRuntime().halt(9);
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }
}
