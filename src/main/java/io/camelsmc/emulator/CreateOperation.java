package io.camelsmc.emulator;

import java.util.SortedMap;

/** CreateReplicationJob. */
final class CreateOperation implements Operation {

    private final JobBook jobs;
    private final OnceByToken once;
    private final EmulatorSettings settings;

    CreateOperation(JobBook jobs, OnceByToken once, EmulatorSettings settings) {
        this.jobs = jobs;
        this.once = once;
        this.settings = settings;
    }

    @Override
    public EmulatedAnswer run(ApiCall call, Runnable beforeCommit) {
        SortedMap<String, String> parameters = call.business();
        CreateChecks.required(parameters);
        return EmulatedAnswer.created(once.id(call, () -> {
            checkAccount(settings);
            CreateChecks.check(parameters, settings.now());
            beforeCommit.run();
            return jobs.create(parameters, settings.now()).jobId();
        }));
    }

    /** Refuses an account that may not make jobs at all. */
    static void checkAccount(EmulatorSettings settings) {
        if (settings.has(Quirk.ROLE_MISSING)) {
            throw new Refusal(403, "EntityNotExist.Role", "The role AliyunServiceRoleForSMC does not exist.");
        }
        if (settings.has(Quirk.REAL_NAME_MISSING)) {
            throw new Refusal(
                    403, "RealNameAuthenticationError", "Your account has not passed the real-name authentication.");
        }
    }
}
