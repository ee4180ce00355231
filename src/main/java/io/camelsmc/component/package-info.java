/**
 * The Camel component {@code smc:}: endpoint, producer, headers, metadata. Only translates between exchanges and the engine.
 */
@NullMarked
package io.camelsmc.component;

import org.jspecify.annotations.NullMarked;
