/** {@code TestPostgres} gives each test a database of its own; all tests of a process share one server. */
@NullMarked
package dev.ingot.postgres;

import org.jspecify.annotations.NullMarked;
