package io.camelsmc.spec;

/**
 * One tag of the job ({@code Tag.N}).
 *
 * @param key 1 to 128 characters, unique within a job
 * @param value up to 128 characters, may be empty
 */
public record TagSpec(String key, String value) {

    /** As a sheet spells it. */
    @Override
    public String toString() {
        return key + "=" + value;
    }
}
