/**
 * The rules a spec must obey, as data: each rule describes itself and yields diagnostics. No I/O; the time is an argument.
 */
@NullMarked
package io.camelsmc.spec.check;

import org.jspecify.annotations.NullMarked;
