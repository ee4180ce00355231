package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.SmcAccessException;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.Quirk;
import io.camelsmc.emulator.SourceSupply;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DescribeTest {

    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = Bench.start(
                EmulatorOptions.builder().sources(new SourceSupply.Samples(130)).build());
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private List<String> makeJobs(int count) {
        List<String> sources = bench.emulator.sources().stream()
                .limit(count)
                .map(source -> source.sourceId())
                .toList();
        for (int i = 0; i < count; i++) {
            bench.emulator.createJob(Map.of(
                    "RegionId",
                    Bench.REGION,
                    "SourceId",
                    sources.get(i),
                    "Name",
                    "job-" + i,
                    "TargetType",
                    "Image",
                    "ImageName",
                    "image-" + i,
                    "SystemDiskSize",
                    "500"));
        }
        return sources;
    }

    @Test
    void jobsOfAllPagesAreListedOnce() {
        makeJobs(120);

        Exchange done = bench.send("smc:describeReplicationJobs", null);

        assertThat(done.getException()).isNull();
        assertThat(items(done, ObservedJob.class))
                .hasSize(120)
                .extracting(ObservedJob::jobId)
                .doesNotHaveDuplicates();
        assertThat(done.getMessage().getHeader(SmcConstants.COUNT)).isEqualTo(120L);
        assertThat(done.getMessage().getHeader(SmcConstants.REQUEST_ID, String.class))
                .isNotEmpty();
        assertThat(bench.calls("DescribeReplicationJobs")).isEqualTo(3);
    }

    @Test
    void jobsThatShiftBetweenPagesAreListedOnce() {
        makeJobs(120);
        bench.emulator.settings().on(Quirk.PAGE_SHIFT);

        Exchange done = bench.send("smc:describeReplicationJobs", null);

        assertThat(items(done, ObservedJob.class))
                .extracting(ObservedJob::jobId)
                .doesNotHaveDuplicates();
    }

    @Test
    void sourcesOfAllPagesAreListedOnce() {
        Exchange done = bench.send("smc:describeSourceServers", "");

        assertThat(items(done, ObservedSource.class))
                .hasSize(130)
                .extracting(ObservedSource::sourceId)
                .doesNotHaveDuplicates();
        assertThat(bench.calls("DescribeSourceServers")).isEqualTo(3);
    }

    @Test
    void filtersReachTheService() {
        List<String> sources = makeJobs(3);

        Exchange jobs = bench.send("smc:describeReplicationJobs", Map.of("sourceIds", sources.subList(0, 2)));
        Exchange one = bench.send("smc:describeReplicationJobs", Map.of("name", "job-2", "regionId", Bench.REGION));
        Exchange servers = bench.send("smc:describeSourceServers", Map.of("sourceIds", sources.get(1)));

        assertThat(jobs.getMessage().getHeader(SmcConstants.COUNT)).isEqualTo(2L);
        assertThat(items(one, ObservedJob.class)).extracting(ObservedJob::name).containsExactly("job-2");
        assertThat(items(servers, ObservedSource.class))
                .extracting(ObservedSource::sourceId)
                .containsExactly(sources.get(1));
    }

    @Test
    void typedRequestIsTakenAsItStands() {
        makeJobs(3);

        Exchange done = bench.send("smc:describeReplicationJobs", DescribeReplicationJobsRequest.ofName("job-1"));

        assertThat(done.getMessage().getHeader(SmcConstants.COUNT)).isEqualTo(1L);
    }

    @Test
    void unknownFilterIsRefusedByName() {
        Exchange jobs = bench.send("smc:describeReplicationJobs", Map.of("sourceId", "s-1"));
        Exchange sources = bench.send("smc:describeSourceServers", Map.of("regionId", Bench.REGION));

        assertThat(jobs.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown filter sourceId")
                .hasMessageContaining("sourceIds");
        assertThat(sources.getException()).hasMessageContaining("unknown filter regionId");
        assertThat(bench.emulator.journal().total()).isZero();
    }

    @Test
    void filterThatIsNoNumberAndBodyThatIsNoFilterAreRefused() {
        Exchange number = bench.send("smc:describeReplicationJobs", Map.of("jobType", "two"));
        Exchange body = bench.send("smc:describeSourceServers", Set.of("s-1"));

        assertThat(number.getException()).hasMessageContaining("jobType is not a number (got two)");
        assertThat(body.getException()).hasMessageContaining("expected no body, a Map");
        assertThat(bench.emulator.journal().total()).isZero();
    }

    @Test
    void failedReadIsTyped() {
        bench.emulator.settings().on(Quirk.PERMISSION_DENIED);

        Exchange done = bench.send("smc:describeSourceServers", null);

        assertThat(done.getException()).isInstanceOf(SmcAccessException.class);
        assertThat(done.getMessage().getHeader(SmcConstants.ERROR_CLASS)).isEqualTo("access");
    }

    private static <T> List<T> items(Exchange done, Class<T> type) {
        List<?> body = done.getMessage().getBody(List.class);
        return body.stream().map(type::cast).toList();
    }
}
