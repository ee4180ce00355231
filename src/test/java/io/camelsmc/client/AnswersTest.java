package io.camelsmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.client.wire.Answer;
import io.camelsmc.client.wire.Page;
import io.camelsmc.client.wire.UnreadableResponseException;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.job.ReplicationJobRun;
import io.camelsmc.job.SourceDetails;
import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.DisksSpec;
import io.camelsmc.spec.PartitionSpec;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TagSpec;
import io.camelsmc.spec.TargetType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

    @Test
    void jobIsReadIntoTheTypesOfASpec() throws Exception {
        Page<ObservedJob> page = jobs(resource("describe-jobs.json"), 9, 9);

        assertThat(page.totalCount()).isEqualTo(1);
        assertThat(page.pageNumber()).isEqualTo(1);
        assertThat(page.pageSize()).isEqualTo(10);
        assertThat(page.requestId()).isEqualTo("473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E");
        ObservedJob job = page.items().get(0);
        assertThat(job.requestId()).isEqualTo(page.requestId());
        assertThat(job.jobId()).isEqualTo("j-bp17bclvg344jlyt0001");
        assertThat(job.status()).isEqualTo("Ready");
        assertThat(job.businessStatus()).isNull();
        assertThat(job.errorCode()).isNull();
        assertThat(job.progress()).isEqualTo(12.5);
        assertThat(job.transitionInstanceId()).isEqualTo("i-bp1transition");
        assertThat(job.workgroupId()).isEqualTo("w-bp1");
        assertThat(job.runs()).extracting(ReplicationJobRun::length).containsExactly(Duration.ofSeconds(1300), null);
        assertThat(job.runs()).extracting(ReplicationJobRun::imageId).containsExactly("m-bp1a", null);
        assertThat(job.attributes())
                .isEqualTo(ReplicationJobSpec.builder()
                        .sourceId("s-bp1e2fsl57knvuug0001")
                        .regionId("cn-hangzhou")
                        .name("web-01")
                        .set(SpecField.TARGET_TYPE_FIELD, TargetType.IMAGE)
                        .set(SpecField.SYSTEM_DISK_SIZE, 80)
                        .set(SpecField.RUN_ONCE, true)
                        .set(SpecField.NET_MODE, 0)
                        .set(SpecField.LAUNCH_TEMPLATE_VERSION, "1")
                        .set(SpecField.REPLICATION_PARAMETERS, "BandWidthLimit:0")
                        .set(SpecField.SCHEDULED_START_TIME, Instant.parse("2026-06-04T13:35:00Z"))
                        .set(SpecField.VALID_TIME, Instant.parse("2026-07-04T13:35:00Z"))
                        .set(SpecField.SYSTEM_DISK_PART, List.of(new PartitionSpec("0_1", 254803968L, true)))
                        .set(
                                SpecField.DATA_DISK,
                                List.of(new DataDiskSpec(
                                        1, 100, List.of(new PartitionSpec("1_0", 21474836480L, false)))))
                        .set(
                                SpecField.DISKS_LAYOUT,
                                new DisksSpec(
                                        new DisksSpec.Disk(
                                                80, true, null, List.of(new DisksSpec.Part("/boot", 254803968L, null))),
                                        List.of(new DisksSpec.Disk(
                                                100,
                                                null,
                                                "d-1",
                                                List.of(new DisksSpec.Part("/data", 21474836480L, true))))))
                        .set(SpecField.TAG, List.of(new TagSpec("team", "a"), new TagSpec("empty", "")))
                        .build());
    }

    @Test
    void sourceServerIsRead() throws Exception {
        Page<ObservedSource> page =
                DescribeSourceServersRequest.all().parse(Answer.of(resource("describe-sources.json"), "R-header"));

        assertThat(page.requestId()).isEqualTo("R-header");
        assertThat(page.items())
                .containsExactly(new ObservedSource(
                        "s-1",
                        "web",
                        "Unavailable",
                        "SourceServer.Offline",
                        "{\"error_code\":\"S1\"}",
                        null,
                        "Ubuntu",
                        "x86_64",
                        "2.2.0",
                        "SMT",
                        40,
                        List.of(new ObservedSource.Partition("0_1", "/", 42949672960L, true, true)),
                        List.of(new ObservedSource.DataDisk(
                                1,
                                100,
                                "/dev/vdb",
                                List.of(new ObservedSource.Partition("1_0", "/data", 1L, false, null)))),
                        new SourceDetails(
                                null,
                                30,
                                1,
                                "{\"hostname\":\"web\"}",
                                null,
                                null,
                                "2026-01-10T02:58:09Z",
                                new SourceDetails.Layout(
                                        new SourceDetails.Disk(
                                                40,
                                                1048576L,
                                                List.of(new SourceDetails.Part("/", 42949672960L, true, "Boot"))),
                                        List.of(new SourceDetails.Disk(100, null, List.of()))),
                                List.of(new TagSpec("app", "")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"TotalCount\":0}",
                "{\"ReplicationJobs\":\"\"}",
                "{\"ReplicationJobs\":{}}",
                "{\"replicationjobs\":{\"ReplicationJob\":[]},\"Code\":\"200\"}",
                "{\"ReplicationJobs\":{\"ReplicationJob\":[]},\"TotalCount\":0}",
            })
    void emptyListingIsAccepted(String body) throws Exception {
        Page<ObservedJob> page = jobs(body, 1, 50);

        assertThat(page.items()).isEmpty();
        assertThat(page.totalCount()).isZero();
        assertThat(page.hasNext()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"RequestId\":\"R\"}",
                "[]",
                "<html/>",
                "{\"TotalCount\":3,\"ReplicationJobs\":{\"ReplicationJob\":[]}}",
                "{\"ReplicationJobs\":{\"ReplicationJob\":[{\"Name\":\"no id\"}]}}",
                "{\"Code\":\"Throttling\",\"TotalCount\":0}",
            })
    void whatIsNotAListingIsNotTakenForAnEmptyOne(String body) {
        assertThatThrownBy(() -> jobs(body, 1, 50)).isInstanceOf(UnreadableResponseException.class);
    }

    @Test
    void fullPageWithoutACountHasASuccessor() throws Exception {
        String body = "{\"ReplicationJobs\":[{\"JobId\":\"j-1\"},{\"JobId\":\"j-2\"}]}";

        assertThat(jobs(body, 1, 2).hasNext()).isTrue();
        assertThat(jobs(body, 1, 3).hasNext()).isFalse();
    }

    @Test
    void deepNestingIsRefused() {
        String body = "{\"JobId\":\"j-1\",\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}";

        assertThatThrownBy(() -> Answer.of(body, null)).isInstanceOf(UnreadableResponseException.class);
    }

    private static Page<ObservedJob> jobs(String body, int number, int size) throws UnreadableResponseException {
        return DescribeReplicationJobsRequest.all()
                .withPageSize(size)
                .page(number)
                .parse(Answer.of(body, null));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = AnswersTest.class.getResourceAsStream("/client/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
