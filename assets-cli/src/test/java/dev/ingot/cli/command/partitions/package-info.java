/** Tests of the framework's own commands on a project in memory, {@link dev.ingot.cli.Orchard}. */
@NullMarked
package dev.ingot.cli.command.partitions;

import org.jspecify.annotations.NullMarked;
