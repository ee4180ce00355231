/**
 * The commands. Each maps its options to a use case of package run and its result to output and an exit code.
 */
@NullMarked
package io.camelsmc.cli.command;

import org.jspecify.annotations.NullMarked;
