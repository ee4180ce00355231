package io.camelsmc.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Who holds a lock, as told to people. */
record ThisProcess(long pid, String host, Instant started) {

    private static final Path KERNEL_HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    static ThisProcess at(Instant started) {
        return new ThisProcess(ProcessHandle.current().pid(), hostName(), started.truncatedTo(ChronoUnit.SECONDS));
    }

    /** One fact a line, for the lock file. */
    String lines() {
        return "pid " + pid + "\nhost " + host + "\nstarted " + started + "\n";
    }

    /** Asks the kernel and the environment; the resolver may take seconds on a machine without network. */
    private static String hostName() {
        try {
            return Files.readString(KERNEL_HOST_NAME).strip();
        } catch (IOException e) {
            String unix = System.getenv("HOSTNAME");
            String windows = System.getenv("COMPUTERNAME");
            return unix != null ? unix : windows != null ? windows : "unknown";
        }
    }
}
