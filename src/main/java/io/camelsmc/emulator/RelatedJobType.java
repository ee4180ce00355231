package io.camelsmc.emulator;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What kind of job a source is related to, in the words of the filter of DescribeSourceServers. */
final class RelatedJobType {

    static final List<String> NAMES = List.of("Not_Related", "Server", "Os", "Cross_Zone", "VMWare", "Desktop");

    private static final Map<String, String> BY_JOB_TYPE =
            Map.of("0", "Server", "1", "Os", "2", "Cross_Zone", "3", "VMWare");

    private RelatedJobType() {}

    static String of(@Nullable EmulatedJob job) {
        if (job == null) {
            return "Not_Related";
        }
        return BY_JOB_TYPE.getOrDefault(job.parameters().getOrDefault("JobType", "0"), "Server");
    }
}
