/**
 * In what journal and service disagree, job by job. Changes nothing.
 */
@NullMarked
package io.camelsmc.drift;

import org.jspecify.annotations.NullMarked;
