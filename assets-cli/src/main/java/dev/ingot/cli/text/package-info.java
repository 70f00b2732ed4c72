/**
 * How values look: tables, JSON, numbers and durations for people, colour. Start at {@link dev.ingot.cli.text.Table}.
 *
 * <p>Pure functions from values to text; nothing here knows where the text goes.
 */
@NullMarked
package dev.ingot.cli.text;

import org.jspecify.annotations.NullMarked;
