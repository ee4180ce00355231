/**
 * What people and programs read about a run: text, JSON, CSV, JUnit, HTML, event stream. Fed by results and listeners.
 */
@NullMarked
package io.camelsmc.report;

import org.jspecify.annotations.NullMarked;
