package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelsmc.client.CallInterceptor;
import io.camelsmc.client.SmcCall;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.SmcException;
import io.camelsmc.provision.pace.PaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever an endpoint does, it keeps to the one pace of its client. */
@Timeout(60)
class PaceOfEveryCallTest {

    private final Bench bench = Bench.unstarted();
    private final Gate gate = new Gate();
    private final List<Thread> threads = new ArrayList<>();

    PaceOfEveryCallTest() throws Exception {}

    /** Holds every call until it is opened. */
    private static final class Gate implements CallInterceptor {
        private final CountDownLatch open = new CountDownLatch(1);
        private final AtomicInteger arrived = new AtomicInteger();

        @Override
        public <R> R intercept(SmcCall<R> call, Next next) throws SmcException {
            arrived.incrementAndGet();
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return next.call(call);
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        gate.open.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "describeReplicationJobs |",
                "describeSourceServers |",
                "modifyReplicationJobAttribute | {\"description\": \"moved\"}",
                "createReplicationJob | {\"sourceName\": \"db-01\", \"regionId\": \"cn-hangzhou\", \"imageName\": \"i\"}",
            })
    void waitsWhileAsManyCallsAreInFlightAsThePaceAllows(String operation, String body) throws Exception {
        try (SmcClient client = SmcClients.intercepted(bench.client(), gate)) {
            bench.component().getConfiguration().setClient(client);
            bench.camel.start();
            int most = PaceOptions.standard().parallelism();
            for (int i = 0; i < most; i++) {
                start("smc:describeReplicationJobs", "");
            }
            await().until(() -> gate.arrived.get() == most);

            Thread another = start("smc:" + operation, body);

            await().until(() -> another.getState() == Thread.State.WAITING);
            assertThat(gate.arrived).hasValue(most);
            gate.open.countDown();
            another.join();
            assertThat(gate.arrived.get()).isGreaterThan(most);
        }
    }

    private Thread start(String uri, String body) {
        Thread thread = new Thread(() -> {
            Exchange done = bench.send(uri, body, Map.of(SmcConstants.JOB_ID, "j-1"));
            assertThat(done).isNotNull();
        });
        threads.add(thread);
        thread.start();
        return thread;
    }
}
