package io.camelsmc.emulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The service behind the gateway: authenticates, throttles and carries operations out. */
final class Service {

    private static final String VERSION = "2019-06-01";
    private static final Set<String> KNOWN_ONLY = Set.of(
            "ModifySourceServerAttribute",
            "DeleteSourceServer",
            "CreateCrossZoneMigrationJob",
            "TagResources",
            "UntagResources",
            "ListTagResources",
            "CreateAccessToken",
            "DisableAccessToken",
            "DeleteAccessToken",
            "ListAccessTokens",
            "CreateWorkgroup",
            "ModifyWorkgroupAttribute",
            "DeleteWorkgroup",
            "DescribeWorkgroups",
            "AssociateSourceServers",
            "DisassociateSourceServers");

    private final Authenticator authenticator;
    private final TokenBucket bucket;
    private final ServiceSettings settings;
    private final TokenMemory tokens;
    private final Map<String, Operation> operations = new HashMap<>();

    Service(EmulatorOptions options, ServiceSettings settings, SourceRegistry sources, JobBook jobs) {
        this.settings = settings;
        this.authenticator = new Authenticator(options, settings);
        this.bucket = new TokenBucket(options.rateLimit(), System::nanoTime);
        this.tokens = new TokenMemory(options.tokenRetention());
        operations.put("CreateReplicationJob", new CreateOperation(jobs, tokens, settings));
        operations.put("DescribeReplicationJobs", new DescribeJobsOperation(jobs, settings));
        operations.put("DescribeSourceServers", new DescribeSourcesOperation(sources, jobs, settings));
        operations.put("ModifyReplicationJobAttribute", new ModifyOperation(jobs, settings));
        control("StartReplicationJob", ControlOperation.Verb.START, jobs);
        control("StopReplicationJob", ControlOperation.Verb.STOP, jobs);
        control("CutOverReplicationJob", ControlOperation.Verb.CUT_OVER, jobs);
        control("DeleteReplicationJob", ControlOperation.Verb.DELETE, jobs);
        KNOWN_ONLY.forEach(name -> operations.put(name, Service::notEmulated));
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
        if (!call.version().equals(VERSION)) {
            throw new Refusal(404, "InvalidVersion", "Specified parameter Version is not valid.");
        }
        authenticator.check(call);
        bucket.take();
        if (settings.has(Quirk.PERMISSION_DENIED)) {
            throw new Refusal(
                    403, "Forbidden.Unauthorized", "You are not authorized to perform smc:" + call.action() + ".");
        }
        return operation;
    }

    /** The whole way of one call. */
    Answer carryOut(ApiCall call, Runnable beforeCommit) {
        try {
            return admit(call).run(call, beforeCommit);
        } catch (Refusal refusal) {
            return Answers.refused(refusal);
        }
    }

    /** Forgets which token made which job. */
    void forgetTokens() {
        tokens.clear();
    }

    private void control(String name, ControlOperation.Verb verb, JobBook jobs) {
        operations.put(name, new ControlOperation(verb, jobs, settings));
    }

    /** The code is ours on purpose: the real service has these operations. */
    private static Answer notEmulated(ApiCall call, Runnable beforeCommit) {
        throw new Refusal(
                400, "Emulator.OperationNotEmulated", "The emulator knows " + call.action() + " but does not do it.");
    }
}
