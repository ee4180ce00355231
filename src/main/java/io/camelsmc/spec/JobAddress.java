package io.camelsmc.spec;

/**
 * How people name a row: {@code wave/name}. Not an identity; see {@link JobKey}.
 *
 * @param wave the wave, {@code -} when the row has none
 * @param name the name of the job, or the id or name of the source where the row has no name
 */
public record JobAddress(String wave, String name) {

    static JobAddress of(ReplicationJobSpec spec) {
        String wave = spec.wave();
        String name = spec.name();
        String source = spec.sourceId() != null ? spec.sourceId() : spec.sourceName();
        return new JobAddress(wave == null ? "-" : wave, name != null ? name : source != null ? source : "?");
    }

    @Override
    public String toString() {
        return wave + "/" + name;
    }
}
