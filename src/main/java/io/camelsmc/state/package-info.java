/**
 * The journal: what was intended, what came of it. One JDBC implementation for SQLite and PostgreSQL.
 */
@NullMarked
package io.camelsmc.state;

import org.jspecify.annotations.NullMarked;
