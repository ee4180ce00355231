package io.camelsmc.emulator;

/**
 * A run that was stopped or failed, from where the next start takes it up.
 *
 * @param kind what it was for
 * @param progress the progress it had reached
 * @param transferred the share of the transfer it had done
 */
record BrokenRun(RunKind kind, double progress, double transferred) {}
