package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A service whose time stands still until a test lets it pass, and signed calls to it. */
final class ServiceRig implements AutoCloseable {

    /** When the service starts: now, since calls are signed with the clock of the machine. */
    final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    final SmcEmulator emulator;

    ServiceRig(EmulatorOptionsBuilder options) throws IOException {
        emulator = SmcEmulator.start(
                options.clock(Clock.fixed(start, ZoneOffset.UTC)).build());
    }

    /** A service where everything takes its time, with 40 GiB copied in 800 seconds. */
    static ServiceRig usual() throws IOException {
        return new ServiceRig(EmulatorOptions.builder().times(JobTimes.USUAL.with("mebibytesPerSecond", 51.2)));
    }

    EmulatorSettings settings() {
        return emulator.settings();
    }

    void pass(Duration time) {
        settings().pass(time);
    }

    /** The answer of a call that must succeed. */
    JsonNode ok(String action, String... namesAndValues) throws Exception {
        TestCall.Reply reply = TestCall.of(action, namesAndValues).send(emulator);
        assertThat(reply.status()).as("%s: %s", action, reply.text()).isEqualTo(200);
        assertThat(reply.json().path("RequestId").asText()).matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
        return reply.json();
    }

    /** Status and code of a call that must be refused. */
    String refused(String action, String... namesAndValues) throws Exception {
        TestCall.Reply reply = TestCall.of(action, namesAndValues).send(emulator);
        assertThat(reply.status()).as("%s: %s", action, reply.text()).isBetween(400, 499);
        return reply.status() + " " + reply.code();
    }

    /** The id of a new job for a source. */
    String create(String sourceId, String... namesAndValues) throws Exception {
        TestCall.Reply reply = TestCall.create(sourceId, namesAndValues).send(emulator);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.jobId();
    }

    /** The id of a new incremental job that runs every so many hours and keeps two images. */
    String createIncremental(String sourceId, int hours) throws Exception {
        return create(
                sourceId,
                "Name",
                "name-" + sourceId,
                "ImageName",
                "image-" + sourceId,
                "RunOnce",
                "false",
                "Frequency",
                Integer.toString(hours),
                "MaxNumberOfImageToKeep",
                "2");
    }

    /** What the service says about a job; missing when it is gone. */
    JsonNode job(String jobId) throws Exception {
        return ok("DescribeReplicationJobs", "JobId.1", jobId).at("/ReplicationJobs/ReplicationJob/0");
    }

    /** Status and phase of a job, such as {@code Running Syncing}, or {@code gone}. */
    String state(String jobId) throws Exception {
        JsonNode job = job(jobId);
        return job.isMissingNode()
                ? "gone"
                : (job.path("Status").asText() + " "
                                + job.path("BusinessStatus").asText())
                        .strip();
    }

    /** What the service says about a source; missing when there is none. */
    JsonNode source(String sourceId) throws Exception {
        return ok("DescribeSourceServers", "SourceId.1", sourceId).at("/SourceServers/SourceServer/0");
    }

    @Override
    public void close() {
        emulator.close();
    }
}
