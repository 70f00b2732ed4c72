/**
 * Tests of the package of the same name.
 */
@NullMarked
package dev.ingot.cli.command.ledger;

import org.jspecify.annotations.NullMarked;
