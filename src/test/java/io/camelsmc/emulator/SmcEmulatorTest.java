package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmcEmulatorTest {

    private SmcEmulator emulator;

    @BeforeEach
    void start() throws Exception {
        emulator = SmcEmulator.start();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void createsAJobForACallSignedWithVersionThree() throws Exception {
        TestCall.Reply reply = TestCall.create("s-bp1a", "Name", "web-01").send(emulator);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.jobId()).matches("j-bp1[0-9a-z]{17}");
        assertThat(reply.json().path("RequestId").asText()).matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
        assertThat(reply.http().headers().firstValue("x-acs-request-id"))
                .contains(reply.json().path("RequestId").asText());
        assertThat(emulator.jobs()).singleElement().satisfies(job -> {
            assertThat(job.jobId()).isEqualTo(reply.jobId());
            assertThat(job.name()).isEqualTo("web-01");
            assertThat(job.status()).isEqualTo(EmulatedStatus.READY);
        });
    }

    @Test
    void takesVersionOneAsFormAndAsQuery() throws Exception {
        String torture = "x 迁移 1*~+/?&=% \"q\"";
        TestCall form = TestCall.create("s-bp1a", "Description", torture);
        TestCall query = TestCall.create("s-bp1b", "Description", torture);

        assertThat(TestCall.send(form.v1(emulator.endpoint(), "POST")).status()).isEqualTo(200);
        assertThat(TestCall.send(query.v1(emulator.endpoint(), "GET")).status()).isEqualTo(200);

        assertThat(emulator.jobs())
                .extracting(job -> job.parameters().get("Description"))
                .containsExactly(torture, torture);
    }

    @Test
    void describesAJobWithTheDocumentedFieldTypes() throws Exception {
        TestCall.create("s-bp1a", "Name", "web-01", "TargetType", "Image", "ImageName", "web", "SystemDiskSize", "80")
                .with("DataDisk.7.Index", "1")
                .with("DataDisk.7.Size", "100")
                .with("DataDisk.7.Part.1.Device", "1_0")
                .with("DataDisk.7.Part.1.SizeBytes", "21474836480")
                .with("Disks.System.Part.1.Path", "/boot")
                .with("Tag.1.Key", "app")
                .with("Tag.1.Value", "shop")
                .with("SomethingNew", "kept")
                .send(emulator);

        JsonNode answer = TestCall.of("DescribeReplicationJobs", "SourceId.1", "s-bp1a")
                .send(emulator)
                .json();

        assertThat(answer.path("TotalCount").isInt()).isTrue();
        JsonNode job = answer.at("/ReplicationJobs/ReplicationJob/0");
        assertThat(job.path("SystemDiskSize").asInt()).isEqualTo(80);
        assertThat(job.path("Progress").isNumber()).isTrue();
        assertThat(job.path("RunOnce").isBoolean()).isTrue();
        assertThat(job.at("/DataDisks/DataDisk/0/Parts/Part/0/SizeBytes").asLong())
                .isEqualTo(21_474_836_480L);
        assertThat(job.at("/Disks/System/Parts/Part/0/Path").asText()).isEqualTo("/boot");
        assertThat(job.at("/Tags/Tag/0/Value").asText()).isEqualTo("shop");
        assertThat(job.has("ClientToken")).isFalse();
        assertThat(emulator.jobs().get(0).parameters()).containsEntry("SomethingNew", "kept");
    }

    @Test
    void pagesAndFiltersJobs() throws Exception {
        for (int i = 0; i < 12; i++) {
            TestCall.create("s-bp1x" + i, "Name", "web-" + i).send(emulator);
        }

        JsonNode second = TestCall.of("DescribeReplicationJobs", "PageNumber", "2", "PageSize", "5")
                .send(emulator)
                .json();
        JsonNode named = TestCall.of("DescribeReplicationJobs", "Name", "web-1")
                .send(emulator)
                .json();
        emulator.settings().on(Quirk.LOOSE_FILTERS);
        JsonNode loose = TestCall.of("DescribeReplicationJobs", "Name", "web-1")
                .send(emulator)
                .json();

        assertThat(second.path("TotalCount").asInt()).isEqualTo(12);
        assertThat(second.at("/ReplicationJobs/ReplicationJob/0/Name").asText()).isEqualTo("web-6");
        assertThat(second.at("/ReplicationJobs/ReplicationJob")).hasSize(5);
        assertThat(named.path("TotalCount").asInt()).isEqualTo(1);
        assertThat(loose.path("TotalCount").asInt()).isEqualTo(3);
    }

    @Test
    void refusesPagesAboveTheDocumentedSize() throws Exception {
        TestCall.Reply reply =
                TestCall.of("DescribeReplicationJobs", "PageSize", "51").send(emulator);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("InvalidParameter.PageSize");
    }

    @Test
    void showsASourceAsInUseUntilItsJobIsGone() throws Exception {
        String jobId = TestCall.create("s-bp1a", "DataDisk.1.Index", "3")
                .send(emulator)
                .jobId();

        TestCall describe = TestCall.of("DescribeSourceServers", "SourceId.1", "s-bp1a");
        JsonNode busy = describe.send(emulator).json().at("/SourceServers/SourceServer/0");
        TestCall.of("DeleteReplicationJob", "JobId", jobId).send(emulator);
        JsonNode free = TestCall.of("DescribeSourceServers", "SourceId.1", "s-bp1a")
                .send(emulator)
                .json()
                .at("/SourceServers/SourceServer/0");

        assertThat(busy.path("State").asText()).isEqualTo("InUse");
        assertThat(busy.path("JobId").asText()).isEqualTo(jobId);
        assertThat(busy.at("/DataDisks/DataDisk/0/Index").asInt()).isEqualTo(3);
        assertThat(free.path("State").asText()).isEqualTo("Available");
        assertThat(emulator.jobs()).singleElement().matches(EmulatedJob::deleted);
    }

    @Test
    void hidesNewJobsForTheReadBackLag() throws Exception {
        emulator.settings().readBackLag(Duration.ofHours(1));
        TestCall.create("s-bp1a").send(emulator);
        TestCall describe = TestCall.of("DescribeReplicationJobs");

        assertThat(describe.send(emulator).json().path("TotalCount").asInt()).isZero();
        emulator.settings().readBackLag(Duration.ZERO);
        assertThat(TestCall.of("DescribeReplicationJobs")
                        .send(emulator)
                        .json()
                        .path("TotalCount")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void startsAndStopsAJobAsItsStatusAllows() throws Exception {
        String jobId = TestCall.create("s-bp1a").send(emulator).jobId();

        assertThat(TestCall.of("StopReplicationJob", "JobId", jobId)
                        .send(emulator)
                        .code())
                .isEqualTo("ReplicationJob.InvalidStatus");
        assertThat(TestCall.of("StartReplicationJob", "JobId", jobId)
                        .send(emulator)
                        .status())
                .isEqualTo(200);
        assertThat(TestCall.of("DeleteReplicationJob", "JobId", jobId)
                        .send(emulator)
                        .code())
                .isEqualTo("ReplicationJob.InvalidStatus");
        assertThat(TestCall.of("StartReplicationJob", "JobId", "j-unknown")
                        .send(emulator)
                        .code())
                .isEqualTo("InvalidJobId.NotFound");
    }

    @Test
    void refusesAnOperationThatTheServiceDoesNotHave() throws Exception {
        TestCall.Reply unknown = TestCall.of("MakeCoffee").send(emulator);

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("InvalidAction.NotFound");
    }

    @Test
    void answersXmlWhenXmlIsAskedFor() throws Exception {
        TestCall call = TestCall.create("s-bp1a", "Format", "XML");

        String text = TestCall.send(call.v1(emulator.endpoint(), "POST")).text();

        assertThat(text).contains("<CreateReplicationJobResponse><RequestId>").contains("<JobId>j-bp1");
    }

    @Test
    void journalsCallsWithoutSignatureAndSessionToken() throws Exception {
        TestCall call = TestCall.create("s-bp1a", "ClientToken", "token-1");
        call.securityToken = "session";
        TestCall.send(call.v1(emulator.endpoint(), "POST"));

        assertThat(emulator.journal().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("CreateReplicationJob");
            assertThat(entry.nonce()).isEqualTo(call.nonce);
            assertThat(entry.status()).isEqualTo(200);
            assertThat(entry.jobId()).isEqualTo(emulator.jobs().get(0).jobId());
            assertThat(entry.parameters()).containsKey("RegionId").doesNotContainKeys("Signature", "SecurityToken");
        });
        assertThat(emulator.journal().tokens()).containsExactly("token-1");
    }
}
