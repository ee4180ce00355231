package io.camelsmc.emulator;

import java.util.SortedMap;

/** ModifySourceServerAttribute. */
final class ModifySourceOperation implements Operation {

    private final SourceRegistry sources;
    private final EmulatorSettings settings;

    ModifySourceOperation(SourceRegistry sources, EmulatorSettings settings) {
        this.sources = sources;
        this.settings = settings;
    }

    @Override
    public EmulatedAnswer run(ApiCall call, Runnable beforeCommit) {
        SortedMap<String, String> parameters = call.business();
        String sourceId = Required.text(parameters, "SourceId");
        Required.length(parameters, "Name", 2, 128);
        Required.length(parameters, "Description", 0, 256);
        beforeCommit.run();
        synchronized (sources) {
            EmulatedSource source = sources.find(sourceId);
            if (source == null) {
                throw settings.refusal(SyntheticCode.SOURCE_NOT_FOUND, "The specified SourceId does not exist.");
            }
            if (source.state().equals(EmulatedSource.DELETING)) {
                throw new Refusal(400, "SourceServerState.Invalid", "The source server is Deleting.");
            }
            String name = orElse(parameters.getOrDefault("Name", ""), source.name());
            boolean taken = sources.named(name).stream()
                    .anyMatch(other -> !other.sourceId().equals(sourceId));
            if (taken && !name.equals(source.name())) {
                throw new Refusal(400, "SourceServerName.Duplicate", "The name " + name + " is used.");
            }
            String description = orElse(parameters.getOrDefault("Description", ""), source.description());
            sources.put(source.named(name, description));
        }
        return EmulatedAnswer.done();
    }

    /** An empty value changes nothing, as with the attributes of a job. */
    private static String orElse(String given, String before) {
        return given.isEmpty() ? before : given;
    }
}
