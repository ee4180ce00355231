package io.camelsmc.emulator;

import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** CreateReplicationJob. */
final class CreateOperation implements Operation {

    private final JobBook jobs;
    private final TokenMemory tokens;
    private final ServiceSettings settings;

    CreateOperation(JobBook jobs, TokenMemory tokens, ServiceSettings settings) {
        this.jobs = jobs;
        this.tokens = tokens;
        this.settings = settings;
    }

    @Override
    public Answer run(ApiCall call, Runnable beforeCommit) {
        SortedMap<String, String> parameters = call.business();
        CreateChecks.required(parameters);
        String token = settings.has(Quirk.IGNORE_CLIENT_TOKENS) ? null : call.clientToken();
        Instant now = settings.now();
        String known = token == null ? null : tokens.claim(token, parameters, now);
        if (known != null) {
            return Answer.created(known, Answers.document());
        }
        @Nullable String jobId = null;
        try {
            checkAccount();
            CreateChecks.check(parameters, now);
            beforeCommit.run();
            jobId = jobs.create(parameters, settings.now()).jobId();
            return Answer.created(jobId, Answers.document());
        } finally {
            if (token != null) {
                settle(token, parameters, jobId);
            }
        }
    }

    private void settle(String token, SortedMap<String, String> parameters, @Nullable String jobId) {
        if (jobId == null || settings.has(Quirk.FORGET_CLIENT_TOKENS)) {
            tokens.release(token);
        } else {
            tokens.succeed(token, parameters, jobId, settings.now());
        }
    }

    private void checkAccount() {
        if (settings.has(Quirk.ROLE_MISSING)) {
            throw new Refusal(403, "EntityNotExist.Role", "The role AliyunServiceRoleForSMC does not exist.");
        }
        if (settings.has(Quirk.REAL_NAME_MISSING)) {
            throw new Refusal(
                    403, "RealNameAuthenticationError", "Your account has not passed the real-name authentication.");
        }
    }
}
