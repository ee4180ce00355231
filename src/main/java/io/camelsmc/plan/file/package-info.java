/**
 * Plans as files and as text: saved plans and their staleness, the JSON and text views.
 */
@NullMarked
package io.camelsmc.plan.file;

import org.jspecify.annotations.NullMarked;
