/**
 * Rows in PostgreSQL's binary form, from the tasks of Spark by {@code COPY} to the server. Start at
 * {@link dev.ingot.postgres.publish.copy.CopyTask}.
 */
@NullMarked
package dev.ingot.postgres.publish.copy;

import org.jspecify.annotations.NullMarked;
