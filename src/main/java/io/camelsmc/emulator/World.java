package io.camelsmc.emulator;

/** Everything that the account holds. */
final class World {

    private final SourceRegistry sources;
    private final ImageBook images = new ImageBook();
    private final FailurePlan failures = new FailurePlan();
    private final TagBook tags = new TagBook();
    private final AccessTokenBook accessTokens = new AccessTokenBook();
    private final TokenMemory clientTokens;
    private final WorkgroupBook workgroups;
    private final JobLife life;
    private final JobBook jobs;

    World(EmulatorOptions options, EmulatorSettings settings) {
        sources = new SourceRegistry(options.sources());
        clientTokens = new TokenMemory(options.tokenRetention());
        workgroups = new WorkgroupBook(settings);
        life = new JobLife(settings::times, sources, images, failures);
        jobs = new JobBook(sources, settings, life, failures, tags, options.jobQuota());
        options.failures().forEach(failures::add);
    }

    /** As at the start. */
    void reset(EmulatorOptions options) {
        jobs.clear(options.failures());
        sources.reset();
        images.clear();
        tags.clear();
        accessTokens.clear();
        clientTokens.clear();
        workgroups.clear();
    }

    SourceRegistry sources() {
        return sources;
    }

    ImageBook images() {
        return images;
    }

    TagBook tags() {
        return tags;
    }

    AccessTokenBook accessTokens() {
        return accessTokens;
    }

    TokenMemory clientTokens() {
        return clientTokens;
    }

    WorkgroupBook workgroups() {
        return workgroups;
    }

    JobLife life() {
        return life;
    }

    JobBook jobs() {
        return jobs;
    }
}
