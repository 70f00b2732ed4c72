/**
 * Where steps run and time passes: in threads, by the clock of the machine. Start at {@link dev.ingot.core.engine.work.Workers};
 * a simulation has its own.
 *
 * <p>What the work is, and what its end means, is not known here.
 */
@NullMarked
package dev.ingot.core.engine.work;

import org.jspecify.annotations.NullMarked;
