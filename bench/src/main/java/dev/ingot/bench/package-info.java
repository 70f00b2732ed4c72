/**
 * What the product is measured against: {@link dev.ingot.bench.PlainProgram} makes the same tables without the framework.
 * Start reading there; the scripts beside this module run it. {@link dev.ingot.bench.RowCounts} shows that both have made
 * the same. Nothing of the engine, the ledger or the planner may come in here, and nothing of the product may use this.
 */
@NullMarked
package dev.ingot.bench;

import org.jspecify.annotations.NullMarked;
