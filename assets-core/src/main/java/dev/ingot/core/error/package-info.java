/**
 * What goes wrong, told to the person who can do something about it. Start at {@link dev.ingot.core.error.Diagnostic}.
 *
 * <p>Every package may import this one; this one imports nothing of Ingot.
 */
@NullMarked
package dev.ingot.core.error;

import org.jspecify.annotations.NullMarked;
