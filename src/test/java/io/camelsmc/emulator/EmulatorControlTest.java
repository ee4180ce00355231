package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The control API, as a tool sees it. */
class EmulatorControlTest {

    private SmcEmulator emulator;
    private EmulatorControl control;

    @BeforeEach
    void start() throws Exception {
        FaultRule ofTheStart = FaultRule.on("DescribeSourceServers").nth(99).then(Fault.ERROR_500);
        emulator = SmcEmulator.start(
                EmulatorOptions.builder().faults(List.of(ofTheStart)).build());
        control = EmulatorControl.start(emulator, 0);
    }

    @AfterEach
    void stop() {
        control.close();
        emulator.close();
    }

    @Test
    void isNoPartOfTheService() throws Exception {
        var ofTheService = TestCall.send(
                HttpRequest.newBuilder(emulator.endpoint().resolve("/jobs")).build());

        assertThat(ofTheService.status()).isBetween(400, 499);
        assertThat(ofTheService.text()).doesNotContain("\"jobs\"");
        assertThat(control.endpoint().getPort())
                .isNotEqualTo(emulator.endpoint().getPort());
        assertThat(call("GET", "/", "").path("requests").asInt()).isEqualTo(1);
    }

    @Test
    void showsJobsSourcesAndRequestsWithoutSecrets() throws Exception {
        TestCall signed = TestCall.create("s-1", "Name", "web-01", "ClientToken", "t-1");
        signed.securityToken = "session-token";
        String jobId = TestCall.send(signed.with("ImageName", "web-01")
                        .with("TargetType", "Image")
                        .with("SystemDiskSize", "80")
                        .v1(emulator.endpoint(), "POST"))
                .jobId();

        JsonNode job = call("GET", "/jobs", "").path(0);
        assertThat(job.path("jobId").asText()).isEqualTo(jobId);
        assertThat(job.path("status").asText()).isEqualTo("Ready");
        assertThat(job.path("parameters").path("SystemDiskSize").asText()).isEqualTo("80");
        assertThat(call("GET", "/sources", "").path(0).path("state").asText()).isEqualTo("InUse");
        JsonNode request = call("GET", "/requests", "").path(0);
        assertThat(request.path("jobId").asText()).isEqualTo(jobId);
        assertThat(request.path("clientToken").asText()).isEqualTo("t-1");
        assertThat(request.path("parameters").path("AccessKeyId").asText()).isEqualTo("test***");
        assertThat(request.toString()).doesNotContain("session-token", "testid", "\"Signature\"");
    }

    @Test
    void addsAndClearsFaultsAndQuirks() throws Exception {
        JsonNode added = call(
                "POST",
                "/faults",
                "{\"quirks\": [\"IGNORE_CLIENT_TOKENS\"], \"faults\": [{\"fault\": \"THROTTLE\", \"times\": 1}]}");
        assertThat(added.path("faultRules").asInt()).isEqualTo(2);
        assertThat(added.path("quirks")).hasSize(1);
        assertThat(TestCall.create("s-1").send(emulator).code()).isEqualTo("Throttling.User");
        assertThat(TestCall.create("s-1").send(emulator).status()).isEqualTo(200);

        JsonNode cleared = call("DELETE", "/faults", "");

        assertThat(cleared.path("faultRules").asInt()).isZero();
        assertThat(cleared.path("quirks")).isEmpty();
        assertThat(emulator.settings().has(Quirk.IGNORE_CLIENT_TOKENS)).isFalse();
    }

    @Test
    void makesAJobAsSomebodyAtTheConsoleWouldAndMovesIt() throws Exception {
        JsonNode made = call("POST", "/jobs", "{\"RegionId\": \"cn-hangzhou\", \"SourceId\": \"s-1\"}");
        String path = "/jobs/" + made.path("jobId").asText();
        assertThat(TestCall.create("s-1").send(emulator).code()).isEqualTo("SourceServerState.Invalid");

        assertThat(call("PUT", path, "{\"status\": \"Finished\"}")
                        .path("status")
                        .asText())
                .isEqualTo("Finished");

        assertThat(TestCall.create("s-1").send(emulator).status()).isEqualTo(200);
    }

    @Test
    void putsASourceIntoAState() throws Exception {
        JsonNode source = call("PUT", "/sources/s-1", "{\"state\": \"Unavailable\", \"errorCode\": \"Lost\"}");

        assertThat(source.path("state").asText()).isEqualTo("Unavailable");
        assertThat(TestCall.create("s-1").send(emulator).code()).isEqualTo("SourceServerState.Invalid");
    }

    @Test
    void letsTimePassForTheService() throws Exception {
        String jobId = TestCall.create("s-1").send(emulator).jobId();

        call("POST", "/advance", "{\"seconds\": 2678400}");

        assertThat(emulator.jobs().get(0).status()).as(jobId).isEqualTo(EmulatedStatus.EXPIRED);
        assertThat(TestCall.create("s-2").send(emulator).code()).isEqualTo("InvalidTimeStamp.Expired");
    }

    @Test
    void letsTimePassForTheJobsAlone() throws Exception {
        TestCall.create("s-1").send(emulator);

        JsonNode advanced = call("POST", "/advance", "{\"seconds\": 2678400, \"keepSignatures\": true}");

        assertThat(advanced.path("now").asText()).isGreaterThan(Instant.now().toString());
        assertThat(emulator.jobs().get(0).status()).isEqualTo(EmulatedStatus.EXPIRED);
        assertThat(TestCall.create("s-2").send(emulator).status()).isEqualTo(200);
    }

    @Test
    void warpsTimeAndSetsTimes() throws Exception {
        assertThat(call("PUT", "/speed", "{\"factor\": 3600}").path("speed").asDouble())
                .isEqualTo(3600);
        call("PUT", "/times", "{\"mebibytesPerSecond\": 7, \"deletingSeconds\": 9}");

        assertThat(emulator.settings().times())
                .isEqualTo(JobTimes.EAGER.with("mebibytesPerSecond", 7).with("deletingSeconds", 9));
    }

    @Test
    void sendsAJobIntoErrorAndASourceOffline() throws Exception {
        String first = TestCall.create("s-1").send(emulator).jobId();
        String second = TestCall.create("s-2").send(emulator).jobId();
        emulator.putJob(first, EmulatedStatus.RUNNING);
        emulator.putJob(second, EmulatedStatus.RUNNING);

        JsonNode failing = call("POST", "/jobs/" + first + "/fail", "{\"progress\": 50, \"code\": \"Forbidden.RAM\"}");
        JsonNode offline = call("POST", "/sources/s-2/offline", "{\"seconds\": 600}");

        assertThat(failing.path("status").asText()).isEqualTo("Running");
        assertThat(offline.path("state").asText()).isEqualTo("Unavailable");
        emulator.settings().pass(Duration.ofHours(1));
        JsonNode jobs = call("GET", "/jobs", "");
        assertThat(jobs.findValuesAsText("status")).containsExactly("InError", "InError");
        assertThat(jobs.findValuesAsText("errorCode")).containsExactly("Forbidden.RAM", "SourceServer.Offline");
        assertThat(call("GET", "/sources", "").findValuesAsText("state")).containsExactly("InUse", "InUse");
    }

    @Test
    void showsImagesAndKeepsThoseThatAreUsed() throws Exception {
        String jobId = TestCall.create("s-1", "ImageName", "web").send(emulator).jobId();
        emulator.putJob(jobId, EmulatedStatus.FINISHED);

        String image = call("GET", "/images", "").path(0).path("imageId").asText();

        assertThat(call("PUT", "/images/" + image, "{\"used\": true}")
                        .path(0)
                        .path("used")
                        .asBoolean())
                .isTrue();
        assertThat(send("PUT", "/images/m-0", "{\"used\": true}").status()).isEqualTo(404);
    }

    @Test
    void setsWhichSourcesOfAWorkgroupHaveNotPassed() throws Exception {
        String group = TestCall.of("CreateWorkgroup")
                .send(emulator)
                .json()
                .path("WorkgroupId")
                .asText();

        call("PUT", "/workgroups/" + group, "{\"notPassed\": [\"s-1\"]}");

        assertThat(TestCall.of("DescribeWorkgroups").send(emulator).text()).contains("\"NotPassed\"");
        assertThat(send("PUT", "/workgroups/w-0", "{\"notPassed\": []}").status())
                .isEqualTo(404);
    }

    @Test
    void isAsAtTheStartAfterAReset() throws Exception {
        Map<String, String> token = Map.of("ClientToken", "t-1");
        TestCall first = TestCall.create("s-1");
        token.forEach(first::with);
        String jobId = first.send(emulator).jobId();
        call("POST", "/faults", "[{\"fault\": \"THROTTLE\"}]");
        call("POST", "/advance", "{\"seconds\": 3600}");
        call("PUT", "/sources/s-2", "{\"state\": \"Unavailable\"}");

        JsonNode reset = call("POST", "/reset", "");

        assertThat(reset.path("jobs").asInt()).isZero();
        assertThat(reset.path("faultRules").asInt()).isEqualTo(1);
        assertThat(call("GET", "/requests", "")).isEmpty();
        assertThat(TestCall.create("s-2").send(emulator).status()).isEqualTo(200);
        TestCall again = TestCall.create("s-1");
        token.forEach(again::with);
        assertThat(again.send(emulator).jobId()).isNotEmpty().isNotEqualTo(jobId);
    }

    @Test
    void forgetsTheRequestsAlone() throws Exception {
        TestCall.create("s-1").send(emulator);

        call("DELETE", "/requests", "");

        assertThat(emulator.journal().entries()).isEmpty();
        assertThat(emulator.jobs()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PUT | /jobs/j-none | {\"status\": \"Finished\"} | 404 | no job j-none",
                "PUT | /jobs/j-none | {\"status\": \"Done\"} | 400 | status: unknown Done; known are [Ready,",
                "PUT | /jobs/j-none | {\"state\": \"Ready\"} | 400 | state: unknown field",
                "PUT | /sources/x y | {\"state\": \"Available\"} | 404 | no source",
                "PUT | /sources/s-1 | {\"state\": \"InUse\"} | 400 | InUse follows from the jobs",
                "POST | /advance | {\"seconds\": -1} | 400 | seconds: expected a whole number",
                "POST | /advance | {\"seconds\": 1e30} | 400 | seconds: expected a whole number",
                "POST | /advance | {\"seconds\": 1, \"keepSignatures\": 1} | 400 | keepSignatures: expected true or false",
                "PUT | /speed | {\"factor\": 0} | 400 | speed takes numbers above 0",
                "PUT | /times | {\"mebibytesPerSecond\": 0} | 400 | mebibytesPerSecond: rates must be above 0",
                "PUT | /times | {\"pace\": 1} | 400 | pace: unknown field; known are [changedShare,",
                "POST | /jobs/j-none/fail | {\"progress\": 5} | 404 | no job j-none",
                "POST | /jobs/j-none/fail | {\"progress\": 101} | 400 | progress: expected a number from 0 to 100",
                "POST | /sources/nobody/offline | {\"seconds\": 5} | 404 | no source nobody",
                "POST | /advance | [] | 400 | expected an object",
                "POST | /faults | [{\"fault\": \"BANG\"}] | 400 | faults[0].fault: unknown name BANG",
                "POST | /faults | { | 400 | not JSON",
                "POST | /jobs | {\"RegionId\": \"cn-hangzhou\"} | 400 | SourceId",
                "POST | /jobs | {\"RegionId\": []} | 400 | RegionId: expected a text",
                "GET | /jobs/j-1/more | {} | 404 | no call GET /jobs/j-1/more",
                "DELETE | /jobs | {} | 404 | no call DELETE /jobs",
            })
    void saysWhatItCannotDo(String method, String path, String body, int status, String message) throws Exception {
        TestCall.Reply reply = send(method, path.replace(" ", "%20"), body);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("error").asText()).contains(message);
        assertThat(emulator.jobs()).isEmpty();
    }

    /** A page in a browser may send simple requests anywhere, also to a name that its owner lets point here. */
    @ParameterizedTest
    @CsvSource({"Origin: http://evil.example, 127.0.0.1:1", "X-Any: thing, evil.example:80"})
    void refusesWhatAWebPageSends(String header, String host) throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), control.endpoint().getPort())) {
            socket.getOutputStream()
                    .write(("POST /reset HTTP/1.1\r\nHost: " + host + "\r\n" + header + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403 ")
                    .contains("no web pages");
        }
    }

    private JsonNode call(String method, String path, String body) throws Exception {
        TestCall.Reply reply = send(method, path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private TestCall.Reply send(String method, String path, String body) throws Exception {
        return TestCall.send(HttpRequest.newBuilder(control.endpoint().resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
