package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no page confirms is refused, until a switch says that the service does it after all. */
class UnconfirmedTest {

    private ServiceRig service;
    private String jobId = "";

    @BeforeEach
    void start() throws Exception {
        service = ServiceRig.usual();
        jobId = service.createIncremental("s-1", 24);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void runsTheNextCycleNow() throws Exception {
        service.emulator.putJob(jobId, EmulatedStatus.WAITING);

        assertThat(service.refused("StartReplicationJob", "JobId", jobId))
                .isEqualTo("400 ReplicationJob.InvalidStatus");
        service.settings().on(Quirk.START_IN_WAITING);
        service.ok("StartReplicationJob", "JobId", jobId);

        assertThat(service.state(jobId)).isEqualTo("Running Preparing");
    }

    @Test
    void pausesAJobBetweenItsCycles() throws Exception {
        service.emulator.putJob(jobId, EmulatedStatus.WAITING);

        assertThat(service.refused("StopReplicationJob", "JobId", jobId)).isEqualTo("400 ReplicationJob.InvalidStatus");
        service.settings().on(Quirk.STOP_IN_WAITING);
        service.ok("StopReplicationJob", "JobId", jobId);
        service.pass(Duration.ofDays(2));

        assertThat(service.state(jobId)).isEqualTo("Stopped");
        service.ok("StartReplicationJob", "JobId", jobId);
    }

    @Test
    void changesTheBandwidthWhileItCopies() throws Exception {
        service.ok("StartReplicationJob", "JobId", jobId);
        assertThat(modify("400", "ReplicationParameters", "{}")).isEqualTo("ReplicationJob.InvalidStatus");

        service.settings().on(Quirk.MODIFY_WHILE_SYNCING);

        assertThat(modify("400", "ReplicationParameters", "{}")).isEqualTo("ReplicationJob.InvalidBusinessStatus");
        service.pass(Duration.ofMinutes(4));
        assertThat(modify("200", "ReplicationParameters", "{\"bandwidth_limit\":9}"))
                .isEmpty();
        assertThat(modify("400", "ImageName", "other")).isEqualTo("ReplicationJob.InvalidStatus");
        assertThat(service.job(jobId).path("ReplicationParameters").asText()).contains("9");
    }

    @Test
    void changesAStoppedJob() throws Exception {
        service.emulator.putJob(jobId, EmulatedStatus.STOPPED);
        assertThat(modify("400", "ImageName", "other")).isEqualTo("ReplicationJob.InvalidStatus");

        service.settings().on(Quirk.MODIFY_BEFORE_NEXT_RUN);

        assertThat(modify("200", "ImageName", "other")).isEmpty();
        service.emulator.putJob(jobId, EmulatedStatus.WAITING);
        assertThat(modify("400", "ImageName", "another")).isEqualTo("ReplicationJob.InvalidStatus");
    }

    @Test
    void changesOneDiskOfSeveral() throws Exception {
        modify("200", "DataDisk.1.Index", "1", "DataDisk.1.Size", "100", "DataDisk.2.Index", "2");
        modify("200", "DataDisk.1.Index", "1", "DataDisk.1.Size", "200");
        assertThat(disks()).isEqualTo("1:200");
        modify("200", "DataDisk.1.Index", "1", "DataDisk.1.Size", "100", "DataDisk.2.Index", "2");

        service.settings().on(Quirk.MERGE_DATA_DISKS);
        modify("200", "DataDisk.1.Index", "2", "DataDisk.1.Size", "300");

        assertThat(disks()).isEqualTo("2:300 1:100");
    }

    @Test
    void unschedulesByAnEmptyTime() throws Exception {
        String later = service.start.plus(Duration.ofHours(1)).toString();
        modify("200", "ScheduledStartTime", later, "Description", "the shop");
        modify("200", "ScheduledStartTime", "", "Description", "");
        assertThat(service.job(jobId).path("ScheduledStartTime").asText()).isEqualTo(later);

        service.settings().on(Quirk.CLEAR_BY_EMPTY_VALUE);
        modify("200", "ScheduledStartTime", "", "Description", "");
        service.pass(Duration.ofHours(2));

        assertThat(service.state(jobId)).isEqualTo("Ready");
        assertThat(service.job(jobId).has("ScheduledStartTime")).isFalse();
        assertThat(service.job(jobId).has("Description")).isFalse();
    }

    @Test
    void staysForEver() throws Exception {
        String thirtyDays = service.create("s-2", "ValidTime", "");
        service.settings().on(Quirk.NEVER_EXPIRE_WHEN_EMPTY);
        String made = service.create("s-3", "ValidTime", "");
        modify("200", "ValidTime", "");

        service.pass(Duration.ofDays(32));

        assertThat(service.state(thirtyDays)).isEqualTo("Expired");
        assertThat(service.state(made)).isEqualTo("Ready");
        assertThat(service.job(made).has("ValidTime")).isFalse();
        assertThat(service.state(jobId)).isEqualTo("Ready");
    }

    @Test
    void answersOtherCodesWhenItIsTold() throws Exception {
        service.settings()
                .answer(SyntheticCode.JOB_NOT_FOUND, 400, "ReplicationJob.NotFound")
                .answer(SyntheticCode.SOURCE_NOT_FOUND, 403, "SourceServer.NotFound");

        assertThat(service.refused("StartReplicationJob", "JobId", "j-0")).isEqualTo("400 ReplicationJob.NotFound");
        assertThat(service.refused("ModifyReplicationJobAttribute", "JobId", "j-0"))
                .isEqualTo("400 ReplicationJob.NotFound");
        assertThat(service.refused("CreateReplicationJob", "RegionId", "cn-hangzhou", "SourceId", "s_1"))
                .isEqualTo("400 InvalidParameter.SourceId");
        assertThat(service.refused("DeleteSourceServer", "SourceId", "nobody")).isEqualTo("403 SourceServer.NotFound");
        service.settings().clearAnswers();
        assertThat(service.refused("StartReplicationJob", "JobId", "j-0")).isEqualTo("404 InvalidJobId.NotFound");
    }

    private String modify(String status, String... namesAndValues) throws Exception {
        TestCall.Reply reply = TestCall.of("ModifyReplicationJobAttribute", namesAndValues)
                .with("JobId", jobId)
                .send(service.emulator);
        assertThat(Integer.toString(reply.status())).as(reply.text()).isEqualTo(status);
        return reply.code();
    }

    private String disks() throws Exception {
        StringBuilder disks = new StringBuilder();
        for (JsonNode disk : service.job(jobId).at("/DataDisks/DataDisk")) {
            disks.append(disk.path("Index").asText())
                    .append(':')
                    .append(disk.path("Size").asText())
                    .append(' ');
        }
        return disks.toString().strip();
    }
}
