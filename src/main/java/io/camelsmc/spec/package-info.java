/**
 * What a user asks for: the replication job spec, its fields, its identity (key, address, digest, token). Pure values; no I/O and no clock.
 */
@NullMarked
package io.camelsmc.spec;

import org.jspecify.annotations.NullMarked;
