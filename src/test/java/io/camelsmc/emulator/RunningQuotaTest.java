package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many jobs run at once, and what the service says to one more. */
class RunningQuotaTest {

    private ServiceRig service;

    @BeforeEach
    void start() throws Exception {
        service = new ServiceRig(EmulatorOptions.builder().runningQuota(2).times(JobTimes.USUAL));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void refusesAStartAboveTheQuotaWithAnAnswerThatCanBeSet() throws Exception {
        String first = started("s-1");
        started("s-2");
        String third = service.create("s-3");

        assertThat(service.refused("StartReplicationJob", "JobId", third))
                .isEqualTo("400 QuotaExceeded.RunningReplicationJob");
        service.settings().answer(SyntheticCode.RUNNING_QUOTA, 403, "OperationDenied.TooManyJobs");
        assertThat(service.refused("StartReplicationJob", "JobId", third)).isEqualTo("403 OperationDenied.TooManyJobs");
        assertThat(service.state(third)).isEqualTo("Ready");
        service.emulator.putJob(first, EmulatedStatus.STOPPED);
        service.ok("StartReplicationJob", "JobId", third);
    }

    @Test
    void countsNeitherWaitingJobsNorThoseThatFinished() throws Exception {
        service.settings().times(JobTimes.USUAL.withWholeRun(Duration.ofMinutes(1)));
        String once = started("s-1");
        String incremental = service.createIncremental("s-2", 24);
        service.ok("StartReplicationJob", "JobId", incremental);
        service.pass(Duration.ofMinutes(1));

        assertThat(service.state(once)).isEqualTo("Finished");
        assertThat(service.state(incremental)).isEqualTo("Waiting");
        started("s-3");
        started("s-4");
    }

    @Test
    void letsAScheduledStartWaitForASlot() throws Exception {
        started("s-1");
        String second = started("s-2");
        String planned = service.start.plus(Duration.ofMinutes(1)).toString();
        String third = service.create("s-3", "ScheduledStartTime", planned);

        service.pass(Duration.ofMinutes(2));
        assertThat(service.state(third)).isEqualTo("Ready");
        service.emulator.putJob(second, EmulatedStatus.STOPPED);

        assertThat(service.state(third)).isEqualTo("Running Preparing");
        assertThat(service.job(third).path("StartTime").asText())
                .isEqualTo(service.start.plus(Duration.ofMinutes(2)).toString());
    }

    @Test
    void letsJobsInWhenTheQuotaGrows() throws Exception {
        service.settings().runningQuota(0);
        String planned = service.start.plus(Duration.ofMinutes(1)).toString();
        String job = service.create("s-1", "ScheduledStartTime", planned);
        service.pass(Duration.ofMinutes(2));
        assertThat(service.state(job)).isEqualTo("Ready");

        service.settings().runningQuota(1);

        assertThat(service.state(job)).isEqualTo("Running Preparing");
    }

    @Test
    void lets50RunUnlessItIsToldOtherwise() throws Exception {
        try (ServiceRig usual = new ServiceRig(EmulatorOptions.builder())) {
            for (int i = 0; i < 50; i++) {
                usual.ok("StartReplicationJob", "JobId", usual.create("s-" + i));
            }

            assertThat(usual.refused("StartReplicationJob", "JobId", usual.create("s-50")))
                    .isEqualTo("400 QuotaExceeded.RunningReplicationJob");
        }
    }

    private String started(String sourceId) throws Exception {
        String jobId = service.create(sourceId);
        service.ok("StartReplicationJob", "JobId", jobId);
        return jobId;
    }
}
