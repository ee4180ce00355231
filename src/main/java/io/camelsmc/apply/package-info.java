/**
 * Brings the world to a plan: reads the account, runs the changes with bounded parallelism and guards, reports.
 */
@NullMarked
package io.camelsmc.apply;

import org.jspecify.annotations.NullMarked;
