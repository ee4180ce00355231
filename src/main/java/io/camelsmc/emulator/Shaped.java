package io.camelsmc.emulator;

import io.camelsmc.emulator.http.HttpReply;
import org.jspecify.annotations.Nullable;

/**
 * A reply that is ready to leave, with the error code it carries for the journal.
 *
 * @param reply the reply
 * @param code the error code in it, or null
 */
record Shaped(HttpReply reply, @Nullable String code) {}
