package io.camelsmc.lifecycle;

import io.camelsmc.job.JobStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a wave stands: health by progress.
 *
 * @param wave its name
 * @param health the worst of its jobs
 * @param progress mean progress of its jobs, 0 to 100
 * @param jobs its jobs, in the order of the sheets
 */
public record WaveStanding(String wave, Health health, double progress, List<JobStanding> jobs) {
    public WaveStanding {
        jobs = List.copyOf(jobs);
    }

    /** The waves of some jobs, by name. */
    public static List<WaveStanding> of(List<JobStanding> jobs) {
        Map<String, List<JobStanding>> byWave = new TreeMap<>();
        jobs.forEach(job -> byWave.computeIfAbsent(job.job().address().wave(), wave -> new ArrayList<>())
                .add(job));
        List<WaveStanding> waves = new ArrayList<>();
        byWave.forEach((wave, members) -> waves.add(new WaveStanding(
                wave,
                members.stream().map(JobStanding::health).reduce(Health.HEALTHY, Health::worse),
                members.stream().mapToDouble(JobStanding::progress).average().orElse(0),
                members)));
        return waves;
    }

    /** How many of its jobs have which status; only statuses that occur. Jobs that the service does not have are unknown. */
    public Map<JobStatus, Integer> counts() {
        Map<JobStatus, Integer> counts = new EnumMap<>(JobStatus.class);
        jobs.forEach(job -> counts.merge(job.job().status(), 1, Integer::sum));
        return counts;
    }
}
