package io.camelsmc.campaign;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.StaticCredentials;
import io.camelsmc.client.http.SmcClientConfig;
import io.camelsmc.provision.ProvisionListener;
import io.camelsmc.provision.ProvisionResult;
import io.camelsmc.provision.Provisioner;
import io.camelsmc.provision.pace.Backoff;
import io.camelsmc.provision.pace.ProvisionOptions;
import io.camelsmc.provision.pace.Sleeper;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TargetType;
import io.camelsmc.state.Journal;
import io.camelsmc.state.Journals;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/** A process that works on a wave until somebody kills it: {@code endpoint state prefix rows}. */
final class WaveProcess {

    private static final ProvisionOptions OPTIONS = new ProvisionOptions(
            4,
            new Backoff(Duration.ofMillis(5), 2, Duration.ofMillis(50), 1),
            Duration.ofMillis(20),
            true,
            Duration.ofSeconds(5));

    private WaveProcess() {}

    static List<ReplicationJobSpec> wave(String prefix, int rows) {
        List<ReplicationJobSpec> wave = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String source = "s-" + prefix + i;
            wave.add(ReplicationJobSpec.builder()
                    .sourceId(source)
                    .regionId("cn-hangzhou")
                    .set(SpecField.TARGET_TYPE_FIELD, TargetType.IMAGE)
                    .set(SpecField.IMAGE_NAME, "image-" + source)
                    .set(SpecField.SYSTEM_DISK_SIZE, 80)
                    .build());
        }
        return wave;
    }

    public static void main(String[] args) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        SmcClientConfig config = SmcClientConfig.defaults()
                .withEndpoint(URI.create(args[0]))
                .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));
        try (SmcClient client = SmcClients.create(config, new StaticCredentials("testid", "testsecret", null));
                Journal journal = Journals.open(args[1])) {
            Provisioner provisioner = new Provisioner(
                    client,
                    journal,
                    (spec, now) -> List.of(),
                    OPTIONS,
                    Clock.systemUTC(),
                    Sleeper.REAL,
                    () -> ThreadLocalRandom.current().nextLong());
            Count open = new Count();
            say("go");
            provisioner.provisionAll(wave(args[2], Integer.parseInt(args[3])), 4, open);
            say("open " + open.rows.get());
        }
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }

    private static final class Count implements ProvisionListener {
        private final AtomicInteger rows = new AtomicInteger();

        @Override
        public void succeeded(ReplicationJobSpec spec, ProvisionResult result) {
            // Done.
        }

        @Override
        public void failed(ReplicationJobSpec spec, Exception failure) {
            rows.incrementAndGet();
        }

        @Override
        public void pending(ReplicationJobSpec spec, Exception cause) {
            rows.incrementAndGet();
        }
    }
}
