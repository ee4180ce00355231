/**
 * The command line: commands, exit codes, and the runner that starts Camel routes. Only {@code Main} exits.
 */
@NullMarked
package io.camelsmc.cli;

import org.jspecify.annotations.NullMarked;
