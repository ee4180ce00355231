/**
 * How requests and answers look on the wire: parameter encoding and answer parsing. No I/O and no clock.
 */
@NullMarked
package io.camelsmc.client.wire;

import org.jspecify.annotations.NullMarked;
