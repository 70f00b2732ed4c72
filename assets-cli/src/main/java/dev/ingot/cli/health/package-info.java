/**
 * The framework's own {@link dev.ingot.core.health.HealthCheck}s: the machine, secrets, the object store.
 *
 * <p>Those of Spark and PostgreSQL live in their modules.
 */
@NullMarked
package dev.ingot.cli.health;

import org.jspecify.annotations.NullMarked;
