/**
 * The star schema of the ratings in PostgreSQL. Start at {@link dev.ingot.warehouse.WarehouseAssets}, then read one asset with
 * its transformation and its SQL (in the resources, under the same package), and you can read all.
 *
 * <p>The tables are made by the migrations in {@code db/warehouse}. Nothing here computes what gold should have computed.
 */
@NullMarked
package dev.ingot.warehouse;

import org.jspecify.annotations.NullMarked;
