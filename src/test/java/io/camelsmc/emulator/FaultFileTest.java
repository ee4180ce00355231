package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultFileTest {

    @Test
    void readsRulesAndQuirks() {
        FaultFile file = FaultFile.parse(
                "faults.json",
                """
                {"quirks": ["IGNORE_CLIENT_TOKENS"],
                 "faults": [
                   {"action": "CreateReplicationJob", "nth": 3, "fault": "ACCEPT_THEN_DROP"},
                   {"fault": "THROTTLE", "every": 5, "times": 2, "millis": 2000},
                   {"fault": "error", "status": 500, "code": "Odd", "committed": true, "headers": {"Retry-After": "9"}}]}
                """);

        assertThat(file.quirks()).containsExactly(Quirk.IGNORE_CLIENT_TOKENS);
        assertThat(file.rules())
                .containsExactly(
                        FaultRule.on("CreateReplicationJob").nth(3).then(Fault.ACCEPT_THEN_DROP),
                        FaultRule.onAnyAction()
                                .every(5)
                                .times(2)
                                .then(FaultEffect.of(Fault.THROTTLE).lasting(Duration.ofSeconds(2))),
                        FaultRule.onAnyAction()
                                .then(FaultEffect.error(500, "Odd", "")
                                        .afterCommit()
                                        .withHeader("Retry-After", "9")));
    }

    @Test
    void readsFailuresAnswersAndTimes() {
        FaultFile file = FaultFile.parse(
                "faults.json",
                """
                {"failures": [
                   {"sourceId": "s-1", "progress": 40, "code": "QuotaExceeded.Vpc", "message": "full", "times": 2},
                   {"share": 0.5, "seed": 7, "progress": 80}],
                 "answers": {"RUNNING_QUOTA": {"status": 403, "code": "Full"}, "job_not_found": {"code": "Lost"}},
                 "times": {"mebibytesPerSecond": 120, "preparingSeconds": 0}}
                """);

        assertThat(file.rules()).isEmpty();
        assertThat(file.failures())
                .containsExactly(
                        new JobFailure(null, "s-1", null, 40, "QuotaExceeded.Vpc", "full", 2, 1, 0),
                        new JobFailure(null, null, null, 80, "InternalError", "The job failed.", 1, 0.5, 7));
        assertThat(file.answers())
                .containsOnly(
                        Map.entry(SyntheticCode.RUNNING_QUOTA, new GivenAnswer(403, "Full")),
                        Map.entry(SyntheticCode.JOB_NOT_FOUND, new GivenAnswer(404, "Lost")));
        assertThat(JobTimes.USUAL.with(file.times()))
                .isEqualTo(JobTimes.USUAL.withPreparing(Duration.ZERO).withMebibytesPerSecond(120));
    }

    @Test
    void shapesTheServiceThatStartsWithIt() throws Exception {
        FaultFile file = FaultFile.parse(
                "faults.json",
                """
                {"quirks": ["START_IN_WAITING"],
                 "failures": [{"share": 0.5, "seed": 1, "progress": 40}],
                 "answers": {"JOB_NOT_FOUND": {"code": "Lost"}},
                 "times": {"wholeRunSeconds": 60}}
                """);
        try (ServiceRig service = new ServiceRig(EmulatorOptions.builder().faultFile(file))) {
            for (int i = 0; i < 40; i++) {
                service.ok("StartReplicationJob", "JobId", service.create("s-" + i));
            }
            service.pass(Duration.ofMinutes(1));

            assertThat(service.refused("StartReplicationJob", "JobId", "j-0")).isEqualTo("404 Lost");
            assertThat(service.settings().has(Quirk.START_IN_WAITING)).isTrue();
            assertThat(service.emulator.jobs().stream()
                            .filter(job -> job.status() == EmulatedStatus.IN_ERROR)
                            .count())
                    .isBetween(10L, 30L);
            assertThat(service.emulator.jobs())
                    .extracting(EmulatedJob::status)
                    .containsOnly(EmulatedStatus.IN_ERROR, EmulatedStatus.FINISHED);
        }
    }

    @Test
    void takesABareListAsRules() {
        assertThat(FaultFile.parse("f.json", "[{\"fault\": \"EMPTY_200\"}]").rules())
                .containsExactly(FaultRule.onAnyAction().then(Fault.EMPTY_200));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"fault\": \"BANG\"}] | f.json: faults[0].fault: unknown name BANG",
                "[{\"nth\": 1}] | f.json: faults[0].fault: missing",
                "[{\"fault\": \"DELAY\", \"nht\": 1}] | f.json: faults[0].nht: unknown field",
                "[{\"fault\": \"DELAY\"}, {\"fault\": \"DELAY\", \"nth\": 0}] | f.json: faults[1].nth: expected a whole",
                "[{\"fault\": \"DROP_BEFORE\", \"committed\": true}] | f.json: faults[0].committed: DROP_BEFORE has a",
                "[{\"fault\": \"DELAY\", \"from\": \"noon\"}] | f.json: faults[0].from: expected a time",
                "[{\"fault\": \"DELAY\", \"probability\": 2}] | f.json: faults[0].probability: expected a number",
                "{\"quirks\": [\"ODD\"]} | f.json: quirks: unknown name ODD",
                "{\"fault\": []} | f.json: fault: unknown field",
                "{\"faults\": 1} | f.json: faults: expected a list",
                "[1] | f.json: faults[0]: expected an object",
                "{\"failures\": [{}]} | f.json: failures[0].progress: missing",
                "{\"failures\": [{\"progress\": 101}]} | f.json: failures[0].progress: expected a number from 0 to 100",
                "{\"failures\": [{\"progress\": 1, \"job\": 1}]} | f.json: failures[0].job: unknown field",
                "{\"answers\": {\"ODD\": {}}} | f.json: answers.ODD: unknown name ODD",
                "{\"answers\": {\"RUNNING_QUOTA\": {\"status\": 200}}} | f.json: answers.RUNNING_QUOTA.status: expected",
                "{\"answers\": {\"RUNNING_QUOTA\": {\"status\": 600}}} | f.json: answers.RUNNING_QUOTA: an answer needs",
                "{\"times\": {\"pace\": 1}} | f.json: times.pace: unknown field",
                "{\"times\": {\"mebibytesPerSecond\": 0}} | f.json: times.mebibytesPerSecond: rates must be above 0",
                "{ | f.json: not JSON",
            })
    void namesFileAndFieldOfWhatItCannotTake(String text, String message) {
        assertThatThrownBy(() -> FaultFile.parse("f.json", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message.strip());
    }
}
