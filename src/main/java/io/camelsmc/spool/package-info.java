/**
 * Claims files of a spool directory by rename, so that any number of runners may share it. Knows nothing of Camel.
 */
@NullMarked
package io.camelsmc.spool;

import org.jspecify.annotations.NullMarked;
