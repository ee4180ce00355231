/**
 * The use cases: validate, plan, apply, drift, take over, export. A command or a producer maps its options to them and adds
 * nothing. Guards, stops, and the one source of events.
 */
@NullMarked
package io.camelsmc.run;

import org.jspecify.annotations.NullMarked;
