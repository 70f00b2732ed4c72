/**
 * Tests of the package of the same name.
 */
@NullMarked
package dev.ingot.spark.rows;

import org.jspecify.annotations.NullMarked;
