/**
 * Ingot on PostgreSQL: where the server is ({@link dev.ingot.postgres.ConnectionSettings}), and the adapters to it.
 *
 * <p>The packages below are independent features: {@code embedded} runs a server of our own, the others only need
 * connection settings. JDBC and SQL live here and in the warehouse, nowhere else.
 */
@NullMarked
package dev.ingot.postgres;

import org.jspecify.annotations.NullMarked;
