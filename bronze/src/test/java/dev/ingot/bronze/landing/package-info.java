/** Tests of {@code dev.ingot.bronze.landing}. */
@NullMarked
package dev.ingot.bronze.landing;

import org.jspecify.annotations.NullMarked;
