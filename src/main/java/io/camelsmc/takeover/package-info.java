/**
 * Takes existing jobs over into the journal: which job belongs to which row and generation, and what is recorded of it.
 */
@NullMarked
package io.camelsmc.takeover;

import org.jspecify.annotations.NullMarked;
