/**
 * Where tables and landed files lie, and how Spark reads them. Start at {@link dev.ingot.spark.table.DeltaTables}.
 *
 * <p>Nothing here writes: that is the business of {@code commit} alone.
 */
@NullMarked
package dev.ingot.spark.table;

import org.jspecify.annotations.NullMarked;
