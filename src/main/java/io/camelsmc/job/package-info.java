/**
 * What the service has: jobs and source servers as it reports them, and how they compare with what a row wants. Values and
 * pure functions; nothing here calls the service or reads a clock.
 */
@NullMarked
package io.camelsmc.job;

import org.jspecify.annotations.NullMarked;
