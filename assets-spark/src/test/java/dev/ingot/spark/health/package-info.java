/**
 * Tests of the package of the same name.
 */
@NullMarked
package dev.ingot.spark.health;

import org.jspecify.annotations.NullMarked;
