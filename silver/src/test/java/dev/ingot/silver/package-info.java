/** Tests of {@code dev.ingot.silver}. */
@NullMarked
package dev.ingot.silver;

import org.jspecify.annotations.NullMarked;
