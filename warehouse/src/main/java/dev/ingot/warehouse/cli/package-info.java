/**
 * The command {@code sql}. Start at {@link dev.ingot.warehouse.cli.SqlCommand}.
 *
 * <p>It only reads; whatever writes to the warehouse is an asset.
 */
@NullMarked
package dev.ingot.warehouse.cli;

import org.jspecify.annotations.NullMarked;
