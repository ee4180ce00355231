package io.camelsmc.emulator;

import java.util.Map;

/** The service behind the gateway: authenticates, throttles and carries operations out. */
final class Service {

    private static final String VERSION = "2019-06-01";
    private static final String STS_VERSION = "2015-04-01";

    private final Authenticator authenticator;
    private final TokenBucket bucket;
    private final EmulatorSettings settings;
    private final JobBook jobs;
    private final Map<String, Operation> operations;

    Service(EmulatorOptions options, EmulatorSettings settings, World world) {
        this.settings = settings;
        this.authenticator = new Authenticator(options, settings);
        this.bucket = new TokenBucket(options.rateLimit(), System::nanoTime);
        this.jobs = world.jobs();
        this.operations = Operations.of(world, settings);
    }

    /** Everything up to the operation itself; returns when the call may be carried out. */
    Operation admit(ApiCall call) {
        String method = call.http().method();
        if (!method.equals("GET") && !method.equals("POST")) {
            throw new Refusal(405, "UnsupportedHTTPMethod", "This http method is not supported.");
        }
        if (call.action().isEmpty()) {
            throw Refusal.missing("Action");
        }
        Operation operation = operations.get(call.action());
        if (operation == null) {
            throw new Refusal(404, "InvalidAction.NotFound", "Specified api is not found, please check your url.");
        }
        if (call.version().isEmpty()) {
            throw Refusal.missing("Version");
        }
        boolean identity = call.action().equals(Operations.IDENTITY);
        if (!call.version().equals(identity ? STS_VERSION : VERSION)) {
            throw new Refusal(404, "InvalidVersion", "Specified parameter Version is not valid.");
        }
        authenticator.check(call);
        if (identity) {
            return operation;
        }
        bucket.take();
        if (settings.has(Quirk.PERMISSION_DENIED)) {
            throw new Refusal(
                    403, "Forbidden.Unauthorized", "You are not authorized to perform smc:" + call.action() + ".");
        }
        return operation;
    }

    /** The whole way of one call. */
    EmulatedAnswer carryOut(ApiCall call, Runnable beforeCommit) {
        try {
            Operation operation = admit(call);
            jobs.settle(settings.now());
            return operation.run(call, beforeCommit);
        } catch (Refusal refusal) {
            return Answers.refused(refusal);
        }
    }
}
