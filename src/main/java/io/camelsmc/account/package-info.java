/**
 * Reads an account: all its jobs, the sources that are asked for, and the ids of sources that rows know by name only.
 */
@NullMarked
package io.camelsmc.account;

import org.jspecify.annotations.NullMarked;
