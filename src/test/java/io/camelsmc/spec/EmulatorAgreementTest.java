package io.camelsmc.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.camelsmc.client.CreateReplicationJobRequest;
import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.StaticCredentials;
import io.camelsmc.client.http.SmcClientConfig;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.JournalEntry;
import io.camelsmc.emulator.SmcEmulator;
import io.camelsmc.job.JobDifference;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.SpecChecker;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What our rules let through and our encoder writes, the emulated service takes, understands and reports alike. */
class EmulatorAgreementTest {

    private static @Nullable SmcEmulator emulator;
    private static @Nullable SmcClient client;
    private static int count;

    @BeforeContainer
    static void start() throws Exception {
        if (LoggerFactory.getLogger("org.apache.hc") instanceof Logger http) {
            http.setLevel(Level.WARN);
        }
        SmcEmulator service =
                SmcEmulator.start(EmulatorOptions.builder().jobQuota(100_000).build());
        emulator = service;
        client = SmcClients.create(
                SmcClientConfig.defaults().withEndpoint(service.endpoint()),
                new StaticCredentials("testid", "testsecret"));
    }

    @AfterContainer
    static void stop() {
        if (client != null) {
            client.close();
        }
        if (emulator != null) {
            emulator.close();
        }
    }

    @Provide
    Arbitrary<ReplicationJobSpec> valid() {
        return SpecArbitraries.valid(now());
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void sendsWhatTheServiceDecodesAndReportsAlike(@ForAll("valid") ReplicationJobSpec generated) throws Exception {
        SmcEmulator service = Objects.requireNonNull(emulator);
        SmcClient smc = Objects.requireNonNull(client);
        String unique = "x" + ++count;
        ReplicationJobSpec spec = generated.toBuilder()
                .set(SpecField.SOURCE_ID, "s-" + unique)
                .set(SpecField.NAME, "name-" + unique)
                .set(SpecField.IMAGE_NAME, "image-" + unique)
                .build();
        assertThat(SpecChecker.check(spec, CheckContext.at(now()))).noneMatch(problem -> problem.isError());

        String jobId = smc.call(new CreateReplicationJobRequest(spec, new ClientToken(unique)))
                .jobId();

        List<JournalEntry> creates = service.journal().entries("CreateReplicationJob");
        SortedMap<String, String> decoded =
                new TreeMap<>(creates.get(creates.size() - 1).parameters());
        SortedMap<String, String> sent = CanonicalParameters.of(spec);
        assertThat(decoded).containsAllEntriesOf(sent).containsEntry("ClientToken", unique);
        decoded.keySet().removeAll(sent.keySet());
        assertThat(decoded.keySet())
                .isSubsetOf(
                        "Action",
                        "Version",
                        "ClientToken",
                        "Format",
                        "RegionId",
                        "Timestamp",
                        "AccessKeyId",
                        "SignatureMethod",
                        "SignatureVersion",
                        "SignatureNonce");
        ObservedJob job = smc.call(DescribeReplicationJobsRequest.ofName("name-" + unique))
                .items()
                .get(0);
        assertThat(job.jobId()).isEqualTo(jobId);
        assertThat(JobDifference.between(spec, job.attributes())).isEmpty();
    }

    /** The emulated service goes by the real clock. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
