/**
 * Opens inputs: fills the gaps of rows from defaults, checks each row and all against each other, in bounded memory.
 */
@NullMarked
package io.camelsmc.wave;

import org.jspecify.annotations.NullMarked;
