/** Tests of {@code dev.ingot.bronze}. */
@NullMarked
package dev.ingot.bronze;

import org.jspecify.annotations.NullMarked;
