/**
 * The commits of Delta tables: made here and nowhere else, and read back without Spark. Start at
 * {@link dev.ingot.spark.commit.SliceCommit}.
 *
 * <p>The classes that Delta regards as internal are used in this package only.
 */
@NullMarked
package dev.ingot.spark.commit;

import org.jspecify.annotations.NullMarked;
