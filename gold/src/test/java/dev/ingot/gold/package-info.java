/** Tests of {@code dev.ingot.gold}. */
@NullMarked
package dev.ingot.gold;

import org.jspecify.annotations.NullMarked;
