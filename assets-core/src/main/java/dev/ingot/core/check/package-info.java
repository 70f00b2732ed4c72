/**
 * Statements about a whole asset, and how they came out. Start at {@link dev.ingot.core.check.CheckResult}.
 *
 * <p>Statements about single rows are {@link dev.ingot.core.asset.Expectation}s, part of an asset's spec.
 */
@NullMarked
package dev.ingot.core.check;

import org.jspecify.annotations.NullMarked;
