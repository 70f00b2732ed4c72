/** What the framework's own health checks find. */
@NullMarked
package dev.ingot.cli.health;

import org.jspecify.annotations.NullMarked;
