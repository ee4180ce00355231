/**
 * Findings about input and where they come from: severity, position, message. Knows nothing of SMC.
 */
@NullMarked
package io.camelsmc.diag;

import org.jspecify.annotations.NullMarked;
