package io.camelsmc.state;

import org.jspecify.annotations.Nullable;

/**
 * What a state says about itself.
 *
 * @param location where it lives, without secrets
 * @param formatVersion version of its tables
 * @param lineage identity of this state, made once; a copy keeps it
 * @param serial grows with every change
 * @param account scope of the account it is bound to; null until bound
 */
public record StateInfo(String location, int formatVersion, String lineage, long serial, @Nullable String account) {}
