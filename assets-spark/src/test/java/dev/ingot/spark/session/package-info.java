/**
 * Tests of the package of the same name.
 */
@NullMarked
package dev.ingot.spark.session;

import org.jspecify.annotations.NullMarked;
