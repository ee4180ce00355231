/**
 * Turns CSV, YAML, JSON and NDJSON into specs, with the physical position of every row and every problem named.
 */
@NullMarked
package io.camelsmc.spec.read;

import org.jspecify.annotations.NullMarked;
