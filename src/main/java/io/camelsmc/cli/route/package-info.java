/**
 * Starts route files with camel-main, watches them drain, and sums up what became of their rows.
 */
@NullMarked
package io.camelsmc.cli.route;

import org.jspecify.annotations.NullMarked;
