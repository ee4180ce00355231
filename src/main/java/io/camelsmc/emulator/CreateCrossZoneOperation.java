package io.camelsmc.emulator;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * CreateCrossZoneMigrationJob. The instance becomes a source server of its own, so that it has one unfinished job at most,
 * as every source has; the pages do not say how the service models it.
 */
final class CreateCrossZoneOperation implements Operation {

    private static final List<String> LEVELS = List.of("PL0", "PL1", "PL2", "PL3");

    private final JobBook jobs;
    private final SourceRegistry sources;
    private final OnceByToken once;
    private final EmulatorSettings settings;

    CreateCrossZoneOperation(JobBook jobs, SourceRegistry sources, OnceByToken once, EmulatorSettings settings) {
        this.jobs = jobs;
        this.sources = sources;
        this.once = once;
        this.settings = settings;
    }

    @Override
    public EmulatedAnswer run(ApiCall call, Runnable beforeCommit) {
        SortedMap<String, String> given = call.business();
        Required.text(given, "RegionId");
        String instanceId = Required.text(given, "InstanceId");
        return EmulatedAnswer.created(once.id(call, () -> {
            CreateOperation.checkAccount(settings);
            check(given);
            SortedMap<String, String> job = asJob(given, instanceId);
            ValueRules.check(job);
            beforeCommit.run();
            String sourceId = job.getOrDefault("SourceId", "");
            synchronized (sources) {
                if (sources.find(sourceId) == null) {
                    sources.put(EmulatedSource.available(sourceId, instanceId).learning());
                }
            }
            return jobs.create(job, settings.now()).jobId();
        }));
    }

    private static void check(SortedMap<String, String> given) {
        Required.flag(given, "AutoPay", true);
        for (SortedMap<String, String> disk : WireList.items(given, "Disk").values()) {
            String level = disk.getOrDefault("PerformanceLevel", "");
            if (!level.isEmpty() && !LEVELS.contains(level)) {
                throw Refusal.invalid("Disk.PerformanceLevel", "it must be one of " + LEVELS);
            }
        }
    }

    /** The parameters of the job that comes of it, in the names of other jobs where they have one. */
    private static SortedMap<String, String> asJob(SortedMap<String, String> given, String instanceId) {
        SortedMap<String, String> job = new TreeMap<>(given);
        job.put("JobType", "2");
        job.put("TargetType", "TargetInstance");
        job.put("SourceId", "s-" + instanceId.replaceFirst("^i-", ""));
        rename(job, "TargetVSwitchId", "VSwitchId");
        rename(job, "TargetInstanceType", "InstanceType");
        return job;
    }

    private static void rename(SortedMap<String, String> job, String from, String to) {
        String value = job.remove(from);
        if (value != null) {
            job.put(to, value);
        }
    }
}
