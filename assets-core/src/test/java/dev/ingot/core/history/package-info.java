/**
 * Tests of the package of the same name.
 */
@NullMarked
package dev.ingot.core.history;

import org.jspecify.annotations.NullMarked;
