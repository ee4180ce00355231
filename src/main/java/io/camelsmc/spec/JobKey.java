package io.camelsmc.spec;

/**
 * The identity of one desired job. Never depends on wave, file, row, name or time: a row that moves to another wave is
 * still the same job.
 *
 * @param account account id, or the access-key scope until the id is known
 * @param region destination region
 * @param sourceId source server
 * @param generation 0 unless the row asks for another migration of the same source
 */
public record JobKey(String account, String region, String sourceId, int generation) {

    /** How every {@linkplain #derivedName() derived name} begins. */
    public static final String DERIVED_PREFIX = "smc-";

    /**
     * The key of a spec.
     *
     * @throws IllegalArgumentException if the spec lacks its source or region; checks come first
     */
    public static JobKey of(String account, ReplicationJobSpec spec) {
        String region = spec.regionId();
        String source = spec.sourceId();
        if (region == null || source == null) {
            throw new IllegalArgumentException("a job key needs regionId and sourceId");
        }
        return new JobKey(account, region, source, spec.generation());
    }

    /** One line that never changes its form; goes into digests. */
    public String canonical() {
        return String.join("\n", account, region, sourceId, Integer.toString(generation));
    }

    /** The name sent for a row that has none: letter first, 2 to 128 allowed characters, the same for the same key. */
    public String derivedName() {
        return DERIVED_PREFIX + Sha256.hex("name\n" + canonical()).substring(0, 24);
    }
}
