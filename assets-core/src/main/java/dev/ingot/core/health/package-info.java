/**
 * What a project needs of its surroundings, each module stating its own. Start at {@link dev.ingot.core.health.HealthCheck}.
 *
 * <p>How findings are shown is the command line's business. Only errors may be imported.
 */
@NullMarked
package dev.ingot.core.health;

import org.jspecify.annotations.NullMarked;
