package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.StaticCredentials;
import io.camelsmc.client.http.SmcClientConfig;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.emulator.JournalEntry;
import io.camelsmc.emulator.Quirk;
import io.camelsmc.provision.pace.Backoff;
import io.camelsmc.provision.pace.ProvisionOptions;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.JobState;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases T1 to T11, A2, A14 and A16: whatever happens to one call, there is one job. */
class TransportFaultsTest {

    private static final ReplicationJobSpec SPEC = Bench.spec("s-fault");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path state;

    /** What the service is like: as documented, and with each rule broken that may break while another one holds. */
    enum Service {
        DOCUMENTED,
        IGNORES_TOKENS(Quirk.IGNORE_CLIENT_TOKENS),
        SHARES_SOURCES(Quirk.SEVERAL_JOBS_PER_SOURCE, Quirk.LOOSE_FILTERS),
        ONLY_NAMES_HOLD(Quirk.IGNORE_CLIENT_TOKENS, Quirk.SEVERAL_JOBS_PER_SOURCE, Quirk.LOOSE_FILTERS);

        @SuppressWarnings("ImmutableEnumChecker")
        private final Set<Quirk> quirks;

        Service(Quirk... quirks) {
            this.quirks = Set.of(quirks);
        }
    }

    private static final List<Fault> AFTER_COMMIT = List.of(
            Fault.ACCEPT_THEN_DROP,
            Fault.RESET_AFTER,
            Fault.STALL_AFTER,
            Fault.ERROR_500_AFTER,
            Fault.HTML_502_AFTER,
            Fault.TRUNCATED,
            Fault.CHUNKED_CUT,
            Fault.HTML_200,
            Fault.EMPTY_200,
            Fault.SLOW_BYTES,
            Fault.HUGE_BODY,
            Fault.GZIP_BOMB,
            Fault.SIGNATURE_NONCE_USED);

    private static final List<Fault> BEFORE_COMMIT = List.of(
            Fault.DROP_BEFORE,
            Fault.RESET_BEFORE,
            Fault.STALL_BEFORE,
            Fault.ERROR_500,
            Fault.HTML_502,
            Fault.UNAVAILABLE_503,
            Fault.XML_ERROR,
            Fault.EMPTY_JOB_ID);

    static Stream<Arguments> lostAnswers() {
        return combine(AFTER_COMMIT);
    }

    static Stream<Arguments> lostRequests() {
        return combine(BEFORE_COMMIT);
    }

    private static Stream<Arguments> combine(List<Fault> faults) {
        return faults.stream().flatMap(fault -> Stream.of(Service.values())
                .filter(service -> service == Service.DOCUMENTED
                        || service == Service.ONLY_NAMES_HOLD
                        || !List.of(Fault.STALL_BEFORE, Fault.STALL_AFTER, Fault.SLOW_BYTES, Fault.GZIP_BOMB)
                                .contains(fault))
                .map(service -> Arguments.of(fault, service)));
    }

    @ParameterizedTest(name = "{0} of a service that is {1}")
    @MethodSource("lostAnswers")
    void adoptsTheJobWhoseAnswerWasLost(Fault fault, Service service) {
        try (Bench bench = bench(service, fault)) {
            bench.faults().next(FaultEffect.of(fault).lasting(Duration.ofMillis(120)));

            assertThat(bench.provision(SPEC)).isEqualTo("adopted");

            assertThat(bench.creates()).hasSize(1);
            assertThat(bench.state(SPEC)).isEqualTo(JobState.ADOPTED);
            bench.assertOneAtMost(SPEC);
            bench.assertRerunsEndWithOneJob(SPEC);
        }
    }

    @ParameterizedTest(name = "{0} of a service that is {1}")
    @MethodSource("lostRequests")
    void sendsTheSameTokenAgainWhenTheRequestWasLost(Fault fault, Service service) {
        try (Bench bench = bench(service, fault)) {
            bench.faults().next(fault);

            assertThat(bench.provision(SPEC)).isEqualTo("created");

            assertThat(bench.creates()).hasSize(2);
            assertThat(bench.emulator.journal().tokens())
                    .containsOnly(bench.record(SPEC).token().value());
            assertThat(bench.state(SPEC)).isEqualTo(JobState.CREATED);
            bench.assertOneAtMost(SPEC);
        }
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void makesOneJobWhenALostRequestIsCarriedOutLate(Service service) throws Exception {
        try (Bench bench = bench(service)) {
            bench.faults().next(FaultEffect.of(Fault.LATE_COMMIT).lasting(Duration.ofMillis(150)));

            bench.provision(SPEC);
            Thread.sleep(250);

            bench.assertOneAtMost(SPEC);
            bench.assertRerunsEndWithOneJob(SPEC);
        }
    }

    @Test
    void leavesNothingInDoubtWhenNobodyListens() throws Exception {
        try (Bench bench = Bench.on(state);
                SmcClient toNowhere = client(closedPort(), Duration.ofMillis(500))) {
            String end = provisionWith(bench, toNowhere, false);

            assertThat(end).isEqualTo("unavailable Network.ConnectionRefused");
            assertThat(bench.state(SPEC)).isEqualTo(JobState.NOT_SENT);
            assertThat(provisionWith(bench, toNowhere, true)).isEqualTo("unavailable Network.ConnectionRefused");
            bench.assertRerunsEndWithOneJob(SPEC);
            assertThat(bench.creates()).hasSize(1);
        }
    }

    @Test
    void leavesNothingInDoubtWhenTheHostDoesNotAcceptInTime() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress());
                Bench bench = Bench.on(state)) {
            URI endpoint = URI.create("http://127.0.0.1:" + full.getLocalPort());
            List<java.net.Socket> waiting = new ArrayList<>();
            try (SmcClient toNowhere = client(endpoint, Duration.ofMillis(200))) {
                for (int i = 0; i < 3; i++) {
                    java.net.Socket socket = new java.net.Socket();
                    waiting.add(socket);
                    try {
                        socket.connect(full.getLocalSocketAddress(), 100);
                    } catch (java.net.SocketTimeoutException e) {
                        break;
                    }
                }
                assertThat(provisionWith(bench, toNowhere, false)).isEqualTo("unavailable Network.ConnectTimeout");
            } finally {
                for (java.net.Socket socket : waiting) {
                    socket.close();
                }
            }
            assertThat(bench.state(SPEC)).isEqualTo(JobState.NOT_SENT);
        }
    }

    @Test
    void stopsAtARedirectAndTurnsTheNextRowAway() {
        try (Bench bench = bench(Service.DOCUMENTED)) {
            bench.faults().next(Fault.REDIRECT_302);

            assertThat(bench.provision(SPEC)).isEqualTo("outcome-unknown");
            assertThat(bench.provision(Bench.spec("s-next"))).isEqualTo("access");

            assertThat(bench.creates()).hasSize(1);
            assertThat(bench.state(SPEC)).isEqualTo(JobState.INTENT);
            bench.assertRerunsEndWithOneJob(SPEC);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSE_KEEPALIVE", "CLOSE_AT_REUSE"})
    void sendsNothingBehindTheJournalsBackOverAConnectionThatCloses(Fault fault) {
        try (Bench bench = bench(Service.DOCUMENTED)) {
            bench.faults().add(FaultRule.onAnyAction().every(2).then(fault));

            for (int i = 0; i < 6; i++) {
                bench.provision(Bench.spec("s-" + i));
            }

            List<String> nonces =
                    bench.creates().stream().map(JournalEntry::nonce).toList();
            assertThat(nonces).doesNotHaveDuplicates();
            for (int i = 0; i < 6; i++) {
                ReplicationJobSpec spec = Bench.spec("s-" + i);
                bench.assertRerunsEndWithOneJob(spec);
                long intents = bench.journal.history(bench.key(spec)).stream()
                        .filter(event -> event.state() == JobState.INTENT)
                        .count();
                assertThat(bench.creates())
                        .filteredOn(entry -> entry.parameters().containsValue(String.valueOf(spec.sourceId())))
                        .hasSizeLessThanOrEqualTo((int) intents);
            }
        }
    }

    /** Only where an answer is awaited in vain is the wait short. */
    private Bench bench(Service service, Fault fault) {
        boolean waits =
                List.of(Fault.STALL_BEFORE, Fault.STALL_AFTER, Fault.SLOW_BYTES).contains(fault);
        return Bench.on(
                state,
                builder -> builder.quirks(service.quirks),
                Bench.OPTIONS,
                waits ? Duration.ofMillis(400) : Duration.ofSeconds(5));
    }

    private Bench bench(Service service) {
        return Bench.on(state, builder -> builder.quirks(service.quirks), Bench.OPTIONS);
    }

    private static String provisionWith(Bench bench, SmcClient client, boolean readFirst) throws Exception {
        ProvisionOptions options =
                new ProvisionOptions(2, Backoff.standard(), Duration.ofSeconds(3), readFirst, Duration.ofSeconds(60));
        try {
            return Bench.provisioner(client, bench.journal, options, bench.time)
                    .provision(SPEC)
                    .outcome()
                    .label();
        } catch (SmcException e) {
            return e.errorClass().id() + " " + e.code();
        }
    }

    private static URI closedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    private static SmcClient client(URI endpoint, Duration connect) {
        return SmcClients.create(
                SmcClientConfig.defaults()
                        .withEndpoint(endpoint)
                        .withTimeouts(connect, Duration.ofMillis(300), Duration.ofMillis(700)),
                new StaticCredentials("testid", "testsecret", null),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString());
    }
}
