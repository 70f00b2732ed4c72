/**
 * Kills or stops the product's process at chosen and at random moments, starts it again or wakes it up, and compares what is left
 * with a run that nobody disturbed. Start at {@code CrashTest}; {@code Trap} is how a moment is met from outside.
 *
 * <p>The product knows nothing of this: no hook in it may exist for these tests' sake.
 */
@NullMarked
package dev.ingot.app.crash;

import org.jspecify.annotations.NullMarked;
