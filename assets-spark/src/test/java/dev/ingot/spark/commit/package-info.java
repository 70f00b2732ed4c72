/**
 * Tests of the package of the same name.
 */
@NullMarked
package dev.ingot.spark.commit;

import org.jspecify.annotations.NullMarked;
