/**
 * A Server Migration Center to run on loopback, for tests, rehearsals and the first run. Shares no code with the client, so that one mistake cannot hide in both.
 */
@NullMarked
package io.camelsmc.emulator;

import org.jspecify.annotations.NullMarked;
