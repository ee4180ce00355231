/**
 * How the process ends: exit codes, signals, and the one place that turns a failure into a message and a code.
 */
@NullMarked
package io.camelsmc.cli.exit;

import org.jspecify.annotations.NullMarked;
