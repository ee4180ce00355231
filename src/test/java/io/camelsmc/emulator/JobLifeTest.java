package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobLifeTest {

    private static final Instant CREATED = Instant.parse("2026-01-15T08:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, READY, ''",
        "60, RUNNING, Preparing",
        "110, RUNNING, Syncing",
        "145, RUNNING, Processing",
        "157, RUNNING, Cleaning",
        "160, FINISHED, ''",
    })
    void runsFromItsScheduledTimeToItsEnd(long minutes, JobStatus status, String phase) {
        EmulatedJob job = job(Map.of(), CREATED.plus(Duration.ofMinutes(60)));

        EmulatedJob now = new JobLife(Duration.ofMinutes(100)).at(CREATED.plus(Duration.ofMinutes(minutes)), job);

        assertThat(now.status()).isEqualTo(status);
        assertThat(now.businessStatus()).isEqualTo(phase);
    }

    @Test
    void waitsAfterACycleOfAnIncrementalJob() {
        EmulatedJob job = job(Map.of("RunOnce", "false"), CREATED);

        assertThat(new JobLife(Duration.ofMinutes(1))
                        .at(CREATED.plus(Duration.ofMinutes(2)), job)
                        .status())
                .isEqualTo(JobStatus.WAITING);
    }

    @Test
    void expiresUnlessItRuns() {
        Instant later = CREATED.plus(Duration.ofDays(31));

        assertThat(new JobLife(null).at(later, job(Map.of(), null)).status()).isEqualTo(JobStatus.EXPIRED);
        assertThat(new JobLife(null).at(later, job(Map.of(), CREATED)).status()).isEqualTo(JobStatus.RUNNING);
    }

    private static EmulatedJob job(Map<String, String> parameters, @Nullable Instant scheduledAt) {
        return new EmulatedJob(
                "j-bp1",
                "s-bp1a",
                "cn-hangzhou",
                null,
                null,
                JobStatus.READY,
                "",
                0,
                new TreeMap<>(parameters),
                CREATED,
                null,
                null,
                scheduledAt,
                CREATED.plus(Duration.ofDays(30)));
    }
}
