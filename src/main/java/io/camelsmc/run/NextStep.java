package io.camelsmc.run;

import org.jspecify.annotations.Nullable;

/**
 * Something to do after a run.
 *
 * @param words what, for people
 * @param command the command that does it, to be copied to a shell; null when there is none
 */
public record NextStep(String words, @Nullable String command) {}
