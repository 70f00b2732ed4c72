/**
 * Rows on their way into a table: sorted into good and rejected ones, held to the scope of the step, counted and hashed by
 * slice. Start at {@link dev.ingot.spark.rows.Classification}.
 *
 * <p>Everything is an expression over a dataset, or reads what one observed; tables and commits are not known here.
 */
@NullMarked
package dev.ingot.spark.rows;

import org.jspecify.annotations.NullMarked;
