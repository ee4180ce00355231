/**
 * What would change: desired rows, the journal and what the service reports, compared without side effects. Pure; reads
 * no clock and does no I/O.
 */
@NullMarked
package io.camelsmc.plan;

import org.jspecify.annotations.NullMarked;
