/**
 * The record of runs: a port with its in-memory reference. Start at {@link dev.ingot.core.run.RunStore}.
 *
 * <p>What was materialized is not recorded here but in {@code ledger}: a run can fail and its commits still be true.
 */
@NullMarked
package dev.ingot.core.run;

import org.jspecify.annotations.NullMarked;
