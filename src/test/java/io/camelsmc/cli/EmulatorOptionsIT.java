package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcThrottledException;
import io.camelsmc.client.StaticCredentials;
import io.camelsmc.client.http.SmcClientConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options that shape the embedded service, of {@code bin/smc emulator} and of every command that can start one. */
class EmulatorOptionsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** With what each needs to ask the service something. */
    private static final List<String> COMMANDS = List.of(
            "plan wave.csv",
            "apply --auto-approve wave.csv",
            "retry --auto-approve wave.csv",
            "drift",
            "adopt --yes wave.csv",
            "state rebuild --yes",
            "export --from-service");

    @TempDir
    private Path folder = Path.of("");

    private Trial trial;

    @BeforeEach
    void start() {
        trial = new Trial(folder);
        trial.write("wave.csv", Trial.HEADER, Trial.image(1, 80), Trial.image(2, 80));
    }

    @AfterEach
    void stop() {
        trial.close();
    }

    @Test
    @Tries(
            value = {"plan", "apply", "retry", "drift", "adopt", "state rebuild", "export"},
            options = {"--emulator", "--sources", "--quota", "--faults", "--emulator-rate"},
            ends = {ExitCode.CANNOT_RUN, ExitCode.INCOMPLETE, ExitCode.USAGE})
    @Tries(value = "adopt", options = "--yes")
    @Tries(value = "export", options = "--from-service")
    void shapeTheServiceThatACommandStarts() {
        trial.write("faults.json", "[{\"fault\":\"KEY_DISABLED\"}]");
        for (String command : COMMANDS) {
            List<SmcProcess.Ended> ended = trial.smc(List.of(
                    command + " --emulator --faults faults.json",
                    command + " --emulator --sources none.csv",
                    command + " --emulator --quota -1",
                    command + " --emulator --emulator-rate -1"));

            assertThat(ended.get(0).exits(4).err())
                    .as(command)
                    .contains("emulator: listening on http://127.0.0.1:", "InvalidAccessKeyId.Inactive");
            assertThat(ended.get(1).exits(1).err())
                    .as(command)
                    .contains("cannot start the emulator", "none.csv", "no such file");
            assertThat(ended.get(2).exits(64).err()).as(command).contains("--quota");
            assertThat(ended.get(3).exits(64).err()).as(command).contains("rate");
            assertThat(ended.subList(1, 4)).as(command).allMatch(one -> one.out()
                    .isEmpty());
        }
    }

    @Test
    @Tries(value = "plan", options = "--sources")
    @Tries(
            value = "apply",
            options = {"--quota", "--emulator-rate"},
            ends = ExitCode.INCOMPLETE)
    void hasTheSourcesTheRoomAndTheRateThatAreAskedFor() throws IOException {
        trial.write("known.csv", Trial.HEADER, Trial.image(1, 80));

        SmcProcess.Ended plan =
                trial.smc("plan --emulator --sources known.csv wave.csv").exits(3);
        JsonNode full = JSON.readTree(trial.smc(
                        "apply --emulator --auto-approve --json --rate 0 --quota 1 --emulator-rate 3 --parallelism 1 wave.csv")
                .exits(4)
                .out());

        assertThat(plan.out()).contains("create          1", "web-2 sourceId: the service does not know the source");
        assertThat(full.path("created").asInt()).isEqualTo(1);
        assertThat(full.path("pending").asInt()).isEqualTo(1);
        assertThat(full.path("throttled").asInt()).isPositive();
    }

    @Test
    @Tries(
            value = "emulator",
            options = {
                "--port",
                "--control-port",
                "--access-key-id",
                "--access-key-secret",
                "--sources",
                "--quota",
                "--faults",
                "--emulator-rate"
            },
            ends = ExitCode.OK)
    void servesWithAllOptions() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String endpoint = "http://127.0.0.1:" + port;
        trial.write("faults.json", "[{\"fault\":\"CLOSE_KEEPALIVE\",\"action\":\"DescribeSourceServers\"}]");
        try (SmcProcess.Running emulator = trial.start("emulator --port " + port
                        + " --control-port 0 --access-key-id mykey --access-key-secret mysecret --sources wave.csv"
                        + " --quota 1 --faults faults.json --emulator-rate 4")
                .awaitText("control on ")) {
            SmcProcess.Ended otherKey =
                    trial.smc("plan --endpoint " + endpoint + " wave.csv").exits(4);
            JsonNode applied = JSON.readTree(trial.process(
                            "apply", "--endpoint", endpoint, "--auto-approve", "--json", "--rate", "0", "wave.csv")
                    .with("ALIBABA_CLOUD_ACCESS_KEY_ID", "mykey")
                    .with("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "mysecret")
                    .run()
                    .exits(4)
                    .out());
            String control = control(emulator);

            assertThat(emulator.out()).startsWith("listening on " + endpoint + "\n");
            assertThat(otherKey.err()).contains("InvalidAccessKeyId");
            assertThat(applied.path("created").asInt()).as("--quota").isEqualTo(1);
            assertThatThrownBy(() -> askOften(endpoint))
                    .as("--emulator-rate")
                    .isInstanceOf(SmcThrottledException.class);
            assertThat(JSON.readTree(get(control + "/sources"))).as("--sources").hasSize(2);
            assertThat(JSON.readTree(get(control + "/jobs"))).hasSize(1);
            assertThat(get(control + "/requests")).as("--faults").contains("CLOSE_KEEPALIVE");
            emulator.signal("TERM").ended().exits(0);
        }
    }

    /** Of two jobs that are to start in ten hours, one does within seconds, and the other finds no room. */
    @Test
    @Tries(
            value = "emulator",
            options = {"--account-id", "--running-quota", "--speed"},
            ends = ExitCode.OK)
    void letsTheJobsOfAnAccountLiveFast() throws Exception {
        trial.write("faults.json", "{\"times\": {\"wholeRunSeconds\": 8640000}}");
        try (SmcProcess.Running emulator = trial.start("emulator --account-id 1111222233334444 --running-quota 1"
                        + " --speed 3600 --faults faults.json --control-port 0")
                .awaitText("control on ")) {
            String control = control(emulator);
            Instant planned = Instant.parse(
                            JSON.readTree(get(control + "/")).path("now").asText())
                    .plus(Duration.ofHours(10))
                    .truncatedTo(ChronoUnit.SECONDS);
            for (String source : List.of("s-1", "s-2")) {
                post(
                        control + "/jobs",
                        "{\"RegionId\": \"cn-hangzhou\", \"SourceId\": \"" + source + "\", \"ScheduledStartTime\": \""
                                + planned + "\"}");
            }

            JsonNode overview = JSON.readTree(get(control + "/"));
            assertThat(overview.path("accountId").asText()).isEqualTo("1111222233334444");
            assertThat(overview.path("runningQuota").asInt()).isEqualTo(1);
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                            JSON.readTree(get(control + "/jobs")).findValuesAsText("status"))
                    .contains("Running"));
            assertThat(JSON.readTree(get(control + "/jobs")).findValuesAsText("status"))
                    .containsExactlyInAnyOrder("Running", "Ready");
            emulator.signal("TERM").ended().exits(0);
        }
    }

    @Test
    @Tries(value = "emulator", ends = ExitCode.USAGE)
    void sayWhatTheyCannotTake() {
        List<SmcProcess.Ended> ended =
                trial.smc(List.of("emulator --speed 0", "emulator --running-quota -1", "emulator --account-id me"));

        assertThat(ended.get(0).exits(64).err()).contains("--speed takes numbers above 0");
        assertThat(ended.get(1).exits(64).err()).contains("--running-quota takes numbers from 0 (got -1)");
        assertThat(ended.get(2).exits(64).err()).contains("--account-id takes the digits of an account id");
    }

    private static String control(SmcProcess.Running emulator) {
        return emulator.out()
                .lines()
                .filter(line -> line.startsWith("control on "))
                .map(line -> line.substring("control on ".length()))
                .findFirst()
                .orElseThrow();
    }

    private static void post(String url, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** More calls than any rate of this test allows, however slow the machine is. */
    private static void askOften(String endpoint) throws SmcException {
        try (SmcClient client = SmcClients.create(
                SmcClientConfig.defaults().withEndpoint(URI.create(endpoint)),
                new StaticCredentials("mykey", "mysecret"))) {
            for (int call = 0; call < 100; call++) {
                client.call(DescribeReplicationJobsRequest.all());
            }
        }
    }
}
