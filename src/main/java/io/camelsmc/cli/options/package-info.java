/**
 * Groups of options that several commands share, and what they open.
 */
@NullMarked
package io.camelsmc.cli.options;

import org.jspecify.annotations.NullMarked;
