/** Tests of {@code dev.ingot.bronze.cli}. */
@NullMarked
package dev.ingot.bronze.cli;

import org.jspecify.annotations.NullMarked;
