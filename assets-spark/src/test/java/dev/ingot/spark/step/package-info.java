/**
 * Tests of the package of the same name.
 */
@NullMarked
package dev.ingot.spark.step;

import org.jspecify.annotations.NullMarked;
