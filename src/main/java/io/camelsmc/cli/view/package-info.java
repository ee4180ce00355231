/**
 * What commands print for people: tables, explanations, progress, hints.
 */
@NullMarked
package io.camelsmc.cli.view;

import org.jspecify.annotations.NullMarked;
