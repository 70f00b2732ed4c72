/**
 * What the tests of the core share: a seeded runner of properties, definitions without an engine, and an executor that
 * pretends. Start at {@link dev.ingot.core.testing.World}.
 */
@NullMarked
package dev.ingot.core.testing;

import org.jspecify.annotations.NullMarked;
