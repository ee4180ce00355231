package io.camelsmc.emulator;

import java.util.HashMap;
import java.util.Map;

/** Every operation of the service by its name, and the one of the token service that clients ask who they are. */
final class Operations {

    /** The operation of the token service. */
    static final String IDENTITY = "GetCallerIdentity";

    private Operations() {}

    static Map<String, Operation> of(World world, EmulatorSettings settings) {
        Map<String, Operation> all = new HashMap<>();
        OnceByToken once = new OnceByToken(world.clientTokens(), settings);
        addJobs(all, world, settings, once);
        addSources(all, world, settings);
        addTags(all, world, settings);
        addAccessTokens(all, world, settings);
        addWorkgroups(all, world, settings, once);
        all.put(IDENTITY, new CallerIdentityOperation(settings));
        return Map.copyOf(all);
    }

    private static void addJobs(Map<String, Operation> all, World world, EmulatorSettings settings, OnceByToken once) {
        JobBook jobs = world.jobs();
        JobLife life = world.life();
        SourceRegistry sources = world.sources();
        all.put("CreateReplicationJob", new CreateOperation(jobs, once, settings));
        all.put("ModifyReplicationJobAttribute", new ModifyOperation(jobs, settings));
        addVerb(all, "StartReplicationJob", world, settings, new StartVerb(jobs, life, sources, settings));
        addVerb(all, "StopReplicationJob", world, settings, new StopVerb(settings));
        addVerb(all, "CutOverReplicationJob", world, settings, new CutOverVerb(life, sources, settings));
        addVerb(all, "DeleteReplicationJob", world, settings, new DeleteVerb(life));
        all.put("DescribeReplicationJobs", new DescribeJobsOperation(jobs, world.tags(), world.workgroups(), settings));
        all.put("CreateCrossZoneMigrationJob", new CreateCrossZoneOperation(jobs, sources, once, settings));
    }

    private static void addVerb(
            Map<String, Operation> all, String name, World world, EmulatorSettings settings, JobVerb verb) {
        all.put(name, new JobOperation(world.jobs(), settings, verb));
    }

    private static void addSources(Map<String, Operation> all, World world, EmulatorSettings settings) {
        SourceRegistry sources = world.sources();
        JobBook jobs = world.jobs();
        WorkgroupBook workgroups = world.workgroups();
        all.put(
                "DescribeSourceServers",
                new DescribeSourcesOperation(sources, jobs, world.tags(), workgroups, settings));
        all.put("ModifySourceServerAttribute", new ModifySourceOperation(sources, settings));
        all.put("DeleteSourceServer", new DeleteSourceOperation(world, settings));
    }

    private static void addTags(Map<String, Operation> all, World world, EmulatorSettings settings) {
        TaggedResources resources = new TaggedResources(world.jobs(), world.sources());
        all.put("TagResources", new TagOperation(resources, world.tags(), settings));
        all.put("UntagResources", new UntagOperation(resources, world.tags(), settings));
        all.put("ListTagResources", new ListTagsOperation(resources, world.tags(), settings));
    }

    private static void addAccessTokens(Map<String, Operation> all, World world, EmulatorSettings settings) {
        AccessTokenBook tokens = world.accessTokens();
        all.put("CreateAccessToken", new CreateAccessTokenOperation(tokens, settings));
        all.put("DisableAccessToken", new DisableAccessTokenOperation(tokens, settings));
        all.put("DeleteAccessToken", new DeleteAccessTokenOperation(tokens, settings));
        all.put("ListAccessTokens", new ListAccessTokensOperation(tokens, settings));
    }

    private static void addWorkgroups(
            Map<String, Operation> all, World world, EmulatorSettings settings, OnceByToken once) {
        WorkgroupBook workgroups = world.workgroups();
        all.put("CreateWorkgroup", new CreateWorkgroupOperation(workgroups, world.tags(), once));
        all.put("ModifyWorkgroupAttribute", new ModifyWorkgroupOperation(workgroups));
        all.put("DeleteWorkgroup", new DeleteWorkgroupOperation(workgroups, world.tags()));
        all.put(
                "DescribeWorkgroups",
                new DescribeWorkgroupsOperation(workgroups, world.jobs(), world.tags(), settings));
        all.put("AssociateSourceServers", new AssociateOperation(workgroups, world.sources(), world.jobs(), settings));
        all.put("DisassociateSourceServers", new DisassociateOperation(workgroups));
    }
}
